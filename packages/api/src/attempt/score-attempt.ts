import { instantiate, score, validateResponse, type Score } from "@fewshot/quiz";
import type { AttemptSlot, KeyedVersion, SlotSubmission } from "@fewshot/db";
import { pinnedItem, slotSeed } from "./slot-item.ts";

/** Stored with each score; goes up when the same answer could get other points. */
export const scorerVersion = "quiz-1";

type Scoring = {
  seed: string;
  slots: readonly AttemptSlot[];
  versions: ReadonlyMap<string, KeyedVersion>;
  /** Responses by slot id; a slot without one was left empty. */
  answers: ReadonlyMap<string, object>;
};

/**
 * Judges every slot against the version pinned at the start, never against the course of today. Ungraded slots are
 * kept with 0 of 0 points and the engine's score in `detail`.
 */
export function scoreAttempt({ seed, slots, versions, answers }: Scoring): SlotSubmission[] {
  return slots.map((slot) => {
    const version = versions.get(slot.itemVersionId);
    if (!version) throw new Error(`version ${slot.itemVersionId} of slot ${slot.id} is missing`);
    const item = instantiate(pinnedItem(version), slotSeed(seed, slot.position));
    const response = answers.get(slot.id) ?? null;
    const judged: Score = score(item, response);
    const isGraded = slot.maxPoints > 0;
    return {
      attemptSlotId: slot.id,
      itemVersionId: slot.itemVersionId,
      // Emptied on purpose and never touched are the same: nothing was answered.
      response: validateResponse(item.ask, response).status === "empty" ? null : response,
      points: isGraded ? judged.points : 0,
      max: isGraded ? slot.maxPoints : 0,
      detail: judged,
    };
  });
}
