"use client";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { hasEnded } from "./published.ts";
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
      {state.path.length > 0 ? <Rewind view={view} /> : null}
    </div>
  );
}

/** Back to the token on show, or to the prompt. What is left behind stays in the tree. */
function Rewind({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.walk");
  const { state, session } = view;
  const length = state.focus + 1;
  return (
    <div className="tray-buttons rewind">
      <button className="btn sm" type="button" onClick={() => session.goTo(null, 0)}>
        {t("toPrompt")}
      </button>
      {length < state.path.length ? (
        <button className="btn sm" type="button" onClick={() => session.goTo(null, length)}>
          {t("rewind", { n: length })}
        </button>
      ) : null}
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
