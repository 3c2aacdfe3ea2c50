import type { Locale } from "@fewshot/quiz";

const lead: Readonly<Record<Locale, string>> = { zh: "先猜：", en: "Guess: " };

/** The question of a bet without "Guess:" before it: in the lab's frame the head of the row says so already. */
export function betAsk(text: string, locale: Locale): string {
  if (!text.startsWith(lead[locale])) return text;
  const ask = text.slice(lead[locale].length);
  return ask.charAt(0).toLocaleUpperCase(locale) + ask.slice(1);
}
