import type { Locale } from "@fewshot/quiz";

/** What the `lang` attribute says: the script matters, it chooses the shapes of Han characters. */
export const languageTag: Record<Locale, string> = { zh: "zh-Hans", en: "en" };
