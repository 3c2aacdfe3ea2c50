import { feedback, type Item, type Locale } from "@fewshot/quiz";
import type { Catalogue } from "./catalogue.ts";
import type { FeedbackOutput } from "./schemas.ts";

/** Feedback in one language, the misconception with its words. For released items only. */
export function feedbackView(
  catalogue: Catalogue,
  { item, response, locale }: { item: Item; response: unknown; locale: Locale },
): FeedbackOutput {
  const { misconception: tag, ...rest } = feedback(item, response, "released", locale);
  const text = tag === undefined ? null : catalogue.misconception(tag, locale);
  return tag !== undefined && text !== null ? { ...rest, misconception: { tag, text } } : rest;
}
