"use client";

import { useTranslations } from "next-intl";
import { useRef, type ReactNode } from "react";
import { ItemForm } from "#shared/items/item-form";
import { AnswerProblem } from "./answer-problem.tsx";
import { AnswerState } from "./answer-state.tsx";
import type { SlotState, SyncState } from "./answer-sync.ts";
import type { Attempt } from "./attempt-saving.ts";
import { AttemptSide, type SideProps } from "./attempt-side.tsx";
import { emptyResponse, isEmptyResponse } from "./empty-response.ts";
import { RivalChoice } from "./rival-choice.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";

/** What a learner can do with an attempt; slots by index, from 0. */
export interface LiveControls {
  isSubmitting: boolean;
  change: (slot: number, response: unknown) => void;
  resolve: (slot: number, side: "mine" | "theirs") => void;
  submit: () => void;
}

interface AttemptSheetProps {
  attempt: Attempt;
  state: SyncState;
  /** null while nothing can be changed yet. */
  live: LiveControls | null;
  notices?: ReactNode;
}

/** The questions of an attempt with their answers, and beside them clock, save state, map and the way to hand in. */
export function AttemptSheet({ attempt, state, live, notices }: AttemptSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isAnswered = (index: number) => {
    const kind = attempt.slots[index]?.item.kind;
    return kind !== undefined && !isEmptyResponse(kind, state.slots[index]?.response);
  };
  const unanswered = state.slots.filter((_, index) => !isAnswered(index)).length;
  const side: SideProps = { attempt, state, live, unanswered, isAnswered, onSubmit: () => dialog.current?.showModal() };
  return (
    <>
      <div className="qcol">
        <AttemptSide {...side} look="bar" />
        {notices}
        {attempt.slots.map((slot, index) => {
          const slotState = state.slots[index];
          return slotState ? <Question key={slot.position} slot={slot} state={slotState} live={live} /> : null;
        })}
      </div>
      <aside className="note qside">
        <AttemptSide {...side} look="column" />
      </aside>
      <SubmitDialog dialog={dialog} unanswered={unanswered} onSubmit={() => live?.submit()} />
    </>
  );
}

interface QuestionProps {
  slot: Attempt["slots"][number];
  state: SlotState;
  live: LiveControls | null;
}

function Question({ slot: { position, item, maxPoints }, state, live }: QuestionProps) {
  const t = useTranslations("quiz.player");
  const index = position - 1;
  const id = `question-${position}`;
  return (
    <section id={id} className="item" aria-label={t("answer", { number: position })}>
      <span className="n" aria-hidden="true">
        {position}
      </span>
      <div>
        <ItemForm
          name={id}
          item={item}
          value={state.response}
          disabled={!live || live.isSubmitting}
          note={t("points", { points: maxPoints })}
          onChange={(response) => live?.change(index, response ?? emptyResponse(item.kind))}
        />
        <AnswerProblem item={item} response={state.response} />
        <AnswerState slot={state} />
        <RivalChoice item={item} slot={state} onChoose={(side) => live?.resolve(index, side)} />
      </div>
    </section>
  );
}
