import { askOf } from "@fewshot/content/server";
import { publicView } from "@fewshot/quiz";
import { getLocale } from "next-intl/server";
import { Bet } from "#features/lesson/bet";
import { Check } from "#features/lesson/check";

/** Everybody sees the same numbers and the same order in a lesson, so that two readers can talk about it. */
const seed = "lesson";

/** The public part of an item, as the browser may have it. A bet is asked for first and shown again at the reveal. */
export async function CheckSlot({ itemId, lessonId }: { itemId: string; lessonId: string }) {
  const entry = askOf(itemId);
  if (!entry) return null;
  const item = publicView(entry.ask, seed, await getLocale());
  if (item.kind === "distribution" && !item.graded) {
    return <Bet itemId={itemId} lessonId={lessonId} item={item} seed={seed} />;
  }
  return <Check itemId={itemId} lessonId={lessonId} item={item} seed={seed} />;
}
