import type { Locale } from "@fewshot/quiz";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

/** The same keys with any words. Chinese sets the shape; a key that English lacks or adds does not compile. */
type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

export type Messages = Translated<typeof zh>;

/** Every word of the interface, by language and area. */
export const messages: Record<Locale, Messages> = { zh, en };
