"use client";
import { useTranslations } from "next-intl";
import { decimal, percent, probability } from "../format.ts";
import { hasEnded } from "./published.ts";
import { walkProbability, type Branch, type WalkStep } from "./state.ts";
import { Token, useTokenLabel } from "./token.tsx";
import type { NextTokenView } from "./use-next-token.ts";

/** The text so far: the prompt, and each token with its probability. Pressing one shows the table it was drawn from. */
export function WalkStrip({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken");
  const label = useTokenLabel(view.piece);
  const { state, session, source } = view;
  return (
    <div className="walk">
      <div className="fig-h">
        <div>{t("walk.heading")}</div>
        {hasEnded(state, source?.endOfTextId ?? null) ? <span>{t("ended")}</span> : null}
      </div>
      <div className="strip" role="group" aria-label={t("walk.heading")}>
        <GivenTokens view={view} />
        {state.path.map((step, position) => (
          <button
            key={position}
            type="button"
            className="col walk-token"
            aria-pressed={position === state.focus}
            aria-label={t("walk.look", { token: label(step.id), share: percent(step.prob) })}
            onClick={() => session.dispatch({ type: "looked", focus: position })}
          >
            <Token piece={view.piece(step.id)} state={step.prob === 0 ? "cut" : "drawn"} />
            <span>{percent(step.prob)}</span>
          </button>
        ))}
        {state.path.length === 0 ? <span className="tok blank">?</span> : null}
      </div>
    </div>
  );
}

function GivenTokens({ view }: { view: NextTokenView }) {
  const ids = view.source?.promptIds(view.state.prompt).slice(1) ?? [];
  return ids.map((id, position) => (
    <span className="col" key={position}>
      <Token piece={view.piece(id)} state="given" />
      <span>&nbsp;</span>
    </span>
  ));
}

/** Roads taken from the same beginning, each with the product of its probabilities. */
export function BranchList({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.branches");
  const { state } = view;
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("hint")}</span>
      </div>
      <div className="branches">
        {state.path.length > 0 ? <BranchRow view={view} branch={{ seed: state.seed, steps: state.path }} /> : null}
        {state.branches.map((branch, index) => (
          <BranchRow key={index} view={view} branch={branch} onSwitch={() => view.session.switchTo(index)} />
        ))}
        {state.branches.length === 0 ? <p className="cap branch">{t("none")}</p> : null}
      </div>
    </div>
  );
}

type BranchRowProps = { view: NextTokenView; branch: Branch; onSwitch?: () => void };

/** Tokens of a branch shown in its row; a product has as many factors. */
const tokensInRow = 6;

function BranchRow({ view, branch, onSwitch }: BranchRowProps) {
  const t = useTranslations("labs.nextToken.branches");
  const label = useTokenLabel(view.piece);
  const text = branch.steps.map((step) => label(step.id)).join(" ");
  const head = branch.steps.slice(0, tokensInRow);
  const strip = (
    <span className="strip">
      {head.map((step, position) => (
        <Token
          key={position}
          piece={view.piece(step.id)}
          state={step.prob === 0 ? "cut" : onSwitch ? "possible" : "drawn"}
        />
      ))}
      {branch.steps.length > tokensInRow ? <span className="faint">…</span> : null}
    </span>
  );
  return (
    <div className="branch" data-fork={onSwitch ? "" : undefined}>
      {onSwitch ? (
        <button
          className="branch-switch"
          type="button"
          aria-label={t("switch", { seed: branch.seed, text })}
          onClick={onSwitch}
        >
          {strip}
        </button>
      ) : (
        strip
      )}
      <span className="num path">
        <span className="faint">{onSwitch ? t("seed", { seed: branch.seed }) : t("current")}</span>
        <Product steps={branch.steps} />
      </span>
    </div>
  );
}

/** The probabilities multiplied out: 0.638 × 0.963 = 0.614. */
function Product({ steps }: { steps: readonly WalkStep[] }) {
  const t = useTranslations("labs.nextToken.branches");
  const product = walkProbability(steps);
  if (product === 0) return <span>{t("cut")}</span>;
  if (steps.length === 1) return <b>{probability(product)}</b>;
  const shown = steps.length > 4 ? [...steps.slice(0, 3).map(factor), "…"] : steps.map(factor);
  return (
    <span>
      {t.rich("product", {
        factors: shown.join(" × "),
        product: probability(product),
        b: (chunks) => <b>{chunks}</b>,
      })}
    </span>
  );
}

function factor(step: WalkStep): string {
  return step.prob < 0.001 ? "<0.001" : decimal(step.prob, 3);
}
