"use client";
import type { PublicItem } from "@fewshot/quiz";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FailureNote } from "#shared/failure-note";
import { ItemForm } from "#shared/items/item-form";
import type { ItemResponse } from "#shared/items/item-response";
import { checkStep } from "#shared/progress/progress-step";
import { useRecordStep } from "#shared/progress/use-progress";
import { useTRPC } from "#shared/trpc/client";
import { CheckVerdict } from "./check-verdict.tsx";

export type CheckProps = {
  itemId: string;
  lessonId: string;
  item: PublicItem;
  /** What the numbers and the order of the options were drawn from. */
  seed: string;
};

/** A question inside a lesson: answered once or often, explained at once, kept as a step, never graded. */
export function Check({ itemId, lessonId, item, seed }: CheckProps) {
  const t = useTranslations("course.check");
  const problems = useTranslations("common.problem");
  const locale = useLocale();
  const trpc = useTRPC();
  const record = useRecordStep(lessonId);
  const [response, setResponse] = useState<ItemResponse | null>(null);
  const answer = useMutation(
    trpc.check.answer.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.status === "scored") record(checkStep(itemId));
      },
    }),
  );
  const outcome = answer.data;
  const isScored = outcome?.status === "scored";

  function submit(event: FormEvent) {
    event.preventDefault();
    if (response) answer.mutate({ itemId, seed, response, locale });
  }
  function change(next: ItemResponse | null) {
    setResponse(next);
    if (outcome && !isScored) answer.reset();
  }

  return (
    <form className="check" onSubmit={submit}>
      <ItemForm name={itemId} item={item} value={response} disabled={answer.isPending || isScored} onChange={change} />
      {isScored ? null : (
        <button className="btn sm mt-4" type="submit" disabled={response === null || answer.isPending}>
          {t("answer")}
        </button>
      )}
      <div aria-live="polite">
        {isScored ? <CheckVerdict item={item} outcome={outcome} /> : null}
        {outcome && !isScored ? <p className="text-red mt-3">{problems(outcome.problem)}</p> : null}
      </div>
      {answer.error ? <FailureNote failure={answer.error} /> : null}
      {isScored ? (
        <button className="btn sm mt-4" type="button" onClick={() => answer.reset()}>
          {t("again")}
        </button>
      ) : null}
    </form>
  );
}
