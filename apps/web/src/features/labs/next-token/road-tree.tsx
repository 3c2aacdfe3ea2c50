"use client";
import { useTranslations } from "next-intl";
import { decimal, probability } from "../format.ts";
import { branchTree, type TreeNode } from "./branch-tree.ts";
import { walkProbability, type WalkStep } from "./state.ts";
import { Token, useTokenLabel } from "./token.tsx";
import type { NextTokenView } from "./use-next-token.ts";

/** Every road taken from the prompt as a tree; pressing a stretch goes back to its end. */
export function RoadTree({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.branches");
  const { state } = view;
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("hint")}</span>
      </div>
      {state.path.length > 0 ? (
        <p className="cap num path">
          {t("current")} <Product steps={state.path} />
        </p>
      ) : null}
      <div className="branches">
        <Stretches view={view} nodes={branchTree(state)} />
        {state.branches.length === 0 ? <p className="cap branch">{t("none")}</p> : null}
      </div>
    </div>
  );
}

function Stretches({ view, nodes }: { view: NextTokenView; nodes: readonly TreeNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul className="tree">
      {nodes.map((node) => (
        <li key={node.steps[0]?.id}>
          <Stretch view={view} node={node} />
          <Stretches view={view} nodes={node.children} />
        </li>
      ))}
    </ul>
  );
}

/** Tokens of a stretch shown; the rest of a long one is three dots. */
const tokensShown = 6;

function Stretch({ view, node }: { view: NextTokenView; node: TreeNode }) {
  const t = useTranslations("labs.nextToken.branches");
  const label = useTokenLabel(view.piece);
  const { path } = view.state;
  const isOnShow = node.road === null;
  const isHere = isOnShow && node.length === path.length;
  const text = node.steps.map((step) => label(step.id)).join(" ");
  const share = node.probability === 0 ? t("cut") : probability(node.probability);
  return (
    <button
      className="stretch"
      type="button"
      data-on={isOnShow ? "" : undefined}
      aria-current={isHere ? "step" : undefined}
      aria-label={t("goTo", { text, share })}
      onClick={() => view.session.goTo(node.road, node.length)}
    >
      <span className="strip">
        {node.steps.slice(0, tokensShown).map((step, position) => (
          <Token
            key={position}
            piece={view.piece(step.id)}
            state={step.prob === 0 ? "cut" : isOnShow ? "drawn" : "possible"}
          />
        ))}
        {node.steps.length > tokensShown ? <span className="faint">…</span> : null}
      </span>
      <span className="num">{share}</span>
    </button>
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
