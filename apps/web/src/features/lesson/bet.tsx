"use client";
import { SaveIndicator } from "@fewshot/ui";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FailureNote } from "#shared/failure-note";
import { ItemForm } from "#shared/items/item-form";
import type { ItemOf, ItemResponse } from "#shared/items/item-response";
import { placedChips } from "#shared/items/item-response";
import { checkStep } from "#shared/progress/progress-step";
import { useRecordStep } from "#shared/progress/use-progress";
import { useTRPC } from "#shared/trpc/client";
import { BetReveal } from "./bet-reveal.tsx";
import { useStoredBet } from "./stored-bet.ts";

export type BetProps = { itemId: string; lessonId: string; item: ItemOf<"distribution">; seed: string };

/** Chips on what will happen: placed first, kept on this device, held against the truth when the reader asks for it. */
export function Bet({ itemId, lessonId, item, seed }: BetProps) {
  const t = useTranslations("course.check");
  const locale = useLocale();
  const trpc = useTRPC();
  const record = useRecordStep(lessonId);
  const [placed, setPlaced] = useStoredBet(itemId);
  const [edited, setEdited] = useState<ItemResponse | null>(null);
  const reveal = useMutation(trpc.check.answer.mutationOptions({ onSuccess: () => record(checkStep(itemId)) }));
  const outcome = reveal.data?.status === "scored" ? reveal.data : null;
  const chips = edited ?? placed;
  const isComplete = Object.values(placedChips(chips)).reduce((sum, count) => sum + count, 0) === item.total;
  const isPlaced = placed !== null && edited === null;

  function place(event: FormEvent) {
    event.preventDefault();
    if (!edited || !("chips" in edited) || !isComplete) return;
    setPlaced(edited);
    setEdited(null);
  }

  return (
    <form className="check" onSubmit={place}>
      <ItemForm name={itemId} item={item} value={chips} disabled={isPlaced} onChange={setEdited} />
      <div className="mt-4 flex flex-wrap items-center gap-4" aria-live="polite">
        {isPlaced ? (
          <SaveIndicator state="local">{t("betKept")}</SaveIndicator>
        ) : (
          <button className="btn sm" type="submit" disabled={!isComplete}>
            {t("bet")}
          </button>
        )}
        {isPlaced && !outcome ? (
          <>
            <button
              className="btn sm"
              type="button"
              disabled={reveal.isPending}
              onClick={() => reveal.mutate({ itemId, seed, response: placed, locale })}
            >
              {t("reveal")}
            </button>
            <button className="tool" type="button" onClick={() => setEdited(placed)}>
              {t("change")}
            </button>
          </>
        ) : null}
      </div>
      {reveal.error ? <FailureNote failure={reveal.error} /> : null}
      {outcome && placed ? <BetReveal item={item} placed={placed} outcome={outcome} /> : null}
    </form>
  );
}
