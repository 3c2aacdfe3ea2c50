import type { Feedback, PublicItem, Response, Validated } from "../outcome.ts";
import type { Problem } from "../result.ts";
import type { Locale } from "../text.ts";

/** Responses whose verdict is known beforehand, for tests of whatever handles responses. */
export type Samples<R = Response> = { correct: R[]; wrong: R[]; invalid: unknown[] };

/** What each kind of item can do. Pure; every function is total for asks and keys that `problems` accepts. */
export type Kind<Ask, Key, R> = {
  /** What the schemas cannot say: references between ask and key, in authored items. */
  problems(ask: Ask, key: Key): Problem[];
  /** Takes no key, so it cannot leak one. */
  publicView(ask: Ask, seed: string, locale: Locale): PublicItem;
  validate(ask: Ask, response: unknown): Validated<R>;
  /** Share of the points earned, in [0, 1], before rounding. */
  score(ask: Ask, key: Key, response: R): number;
  feedback(ask: Ask, key: Key, response: R | null): Omit<Feedback, "why">;
  samples(ask: Ask, key: Key): Samples<R>;
};
