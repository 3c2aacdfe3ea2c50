import { z } from "zod";
import { isPlayableKind } from "./item-kind.ts";
import { distribution, DistributionAsk, DistributionKey } from "./kinds/distribution.ts";
import type { Kind, Samples } from "./kinds/kind.ts";
import { multiple, MultipleAsk, MultipleKey } from "./kinds/multiple.ts";
import { fillNumeric, numeric, NumericAsk, NumericKey } from "./kinds/numeric.ts";
import { ITEM_POINTS } from "./kinds/shared.ts";
import { single, SingleAsk, SingleKey } from "./kinds/single.ts";
import { trueFalse, TrueFalseAsk, TrueFalseKey } from "./kinds/true-false.ts";
import type { Feedback, Phase, PublicItem, Response, Score, Validated } from "./outcome.ts";
import { err, ok, type Problem, type Result } from "./result.ts";
import type { Locale } from "./text.ts";

/** The part of an item that everybody may see. Carries its kind, so it can be stored and read back alone. */
export const Ask = z.discriminatedUnion("kind", [SingleAsk, MultipleAsk, TrueFalseAsk, NumericAsk, DistributionAsk]);
export type Ask = z.infer<typeof Ask>;

/** The part of an item that stays on the server until the policy releases it: answer, explanation, distractors. */
export const Key = z.discriminatedUnion("kind", [SingleKey, MultipleKey, TrueFalseKey, NumericKey, DistributionKey]);
export type Key = z.infer<typeof Key>;

/** `module/lesson/name`, at most 120 characters. */
export const ItemId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/, "must look like module/lesson/name");

const fields = {
  id: ItemId,
  concepts: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case")).min(1),
};

const ItemSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...fields, kind: z.literal("single"), ask: SingleAsk, key: SingleKey }),
  z.strictObject({ ...fields, kind: z.literal("multiple"), ask: MultipleAsk, key: MultipleKey }),
  z.strictObject({ ...fields, kind: z.literal("true-false"), ask: TrueFalseAsk, key: TrueFalseKey }),
  z.strictObject({ ...fields, kind: z.literal("numeric"), ask: NumericAsk, key: NumericKey }),
  z.strictObject({ ...fields, kind: z.literal("distribution"), ask: DistributionAsk, key: DistributionKey }),
]);

/** A question with its key. Made by `parseItem` only, so that references between the two parts hold. */
export type Item = z.infer<typeof ItemSchema>;

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** Authors write the kind once, at the top; both parts carry it from here on. */
function withKind(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const { kind, ask, key } = raw;
  return { ...raw, ask: isObject(ask) ? { kind, ...ask } : ask, key: isObject(key) ? { kind, ...key } : key };
}

function crossProblems(item: Item): Problem[] {
  switch (item.kind) {
    case "single":
      return single.problems(item.ask, item.key);
    case "multiple":
      return multiple.problems(item.ask, item.key);
    case "true-false":
      return trueFalse.problems(item.ask, item.key);
    case "numeric":
      return numeric.problems(item.ask, item.key);
    case "distribution":
      return distribution.problems(item.ask, item.key);
  }
}

/**
 * Parse an authored or a stored item. Total and strict: unknown fields are refused, both languages are needed, option
 * ids are unique, answers and distractors refer to what exists. Parsing a parsed item gives the same item.
 */
export function parseItem(raw: unknown): Result<Item> {
  if (isObject(raw) && typeof raw.kind === "string" && !isPlayableKind(raw.kind)) {
    return err([{ path: "kind", what: `"${raw.kind}" is not a kind this engine can play` }]);
  }
  const parsed = ItemSchema.safeParse(withKind(raw));
  if (!parsed.success) {
    return err(parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join("."), what: issue.message })));
  }
  const problems = crossProblems(parsed.data);
  return problems.length > 0 ? err(problems) : ok(parsed.data);
}

/** The same item with its variables drawn from the seed. Items without variables come back equal. Idempotent. */
export function instantiate(item: Item, seed: string): Item {
  return item.kind === "numeric" ? { ...item, ...fillNumeric(item.ask, item.key, seed) } : item;
}

/** Points an item is worth. Bets (`graded: false`) are worth the same and are left out of totals. */
export function maxPoints(_ask: Ask): number {
  return ITEM_POINTS;
}

/** What a browser may see, in one language, variables drawn and options in the seed's order. Takes no key. */
export function publicView(ask: Ask, seed: string, locale: Locale): PublicItem {
  switch (ask.kind) {
    case "single":
      return single.publicView(ask, seed, locale);
    case "multiple":
      return multiple.publicView(ask, seed, locale);
    case "true-false":
      return trueFalse.publicView(ask, seed, locale);
    case "numeric":
      return numeric.publicView(ask, seed, locale);
    case "distribution":
      return distribution.publicView(ask, seed, locale);
  }
}

/** Whether a response is empty, invalid (and why), or can be scored, then in canonical form. Total; needs no key. */
export function validateResponse(ask: Ask, response: unknown): Validated {
  switch (ask.kind) {
    case "single":
      return single.validate(ask, response);
    case "multiple":
      return multiple.validate(ask, response);
    case "true-false":
      return trueFalse.validate(ask, response);
    case "numeric":
      return numeric.validate(ask, response);
    case "distribution":
      return distribution.validate(ask, response);
  }
}

type Parts<A, K> = { ask: A; key: K };

/** Share of the points, in [0, 1]; what was not answered, or not validly, earns nothing. */
function shareIn<A, K, R extends Response>(kind: Kind<A, K, R>, { ask, key }: Parts<A, K>, response: unknown): number {
  const given = kind.validate(ask, response);
  return given.status === "ok" ? kind.score(ask, key, given.response) : 0;
}

function earnedShare(item: Item, response: unknown): number {
  switch (item.kind) {
    case "single":
      return shareIn(single, item, response);
    case "multiple":
      return shareIn(multiple, item, response);
    case "true-false":
      return shareIn(trueFalse, item, response);
    case "numeric":
      return shareIn(numeric, item, response);
    case "distribution":
      return shareIn(distribution, item, response);
  }
}

/**
 * Score a response. Pure and total in the response: an empty or invalid one earns 0. Points are rounded down to
 * 4 decimal places, so that full points are never given away.
 *
 * @throws RangeError if the item has variables that were not drawn: call `instantiate` first.
 */
export function score(item: Item, response: unknown): Score {
  const max = maxPoints(item.ask);
  const points = Math.floor(earnedShare(item, response) * max * 1e4 + 1e-6) / 1e4;
  const correct = points === max;
  const isEmpty = validateResponse(item.ask, response).status === "empty";
  const partial = points > 0 ? "partly" : "wrong";
  const verdict = isEmpty ? "empty" : correct ? "right" : partial;
  return { kind: "scored", points, max, correct, graded: item.ask.graded, verdict };
}

type Explanation = Omit<Feedback, "why">;

function explainIn<A, K, R extends Response>(kind: Kind<A, K, R>, { ask, key }: Parts<A, K>, response: unknown) {
  const given = kind.validate(ask, response);
  return kind.feedback(ask, key, given.status === "ok" ? given.response : null);
}

function explain(item: Item, response: unknown): Explanation {
  switch (item.kind) {
    case "single":
      return explainIn(single, item, response);
    case "multiple":
      return explainIn(multiple, item, response);
    case "true-false":
      return explainIn(trueFalse, item, response);
    case "numeric":
      return explainIn(numeric, item, response);
    case "distribution":
      return explainIn(distribution, item, response);
  }
}

/**
 * What to say about a response: nothing while the phase is `open`, all of it once `released`. An inline check is
 * released by a valid answer; an attempt by its policy.
 *
 * @throws RangeError if the item has variables that were not drawn: call `instantiate` first.
 */
/* eslint-disable max-params -- the contract names these four, and each is used. */
export function feedback(item: Item, response: unknown, phase: "released", locale: Locale): Feedback;
export function feedback(item: Item, response: unknown, phase: Phase, locale: Locale): Feedback | null;
export function feedback(item: Item, response: unknown, phase: Phase, locale: Locale): Feedback | null {
  return phase === "open" ? null : { why: item.key.why[locale], ...explain(item, response) };
}
/* eslint-enable max-params */

/** Responses to an instantiated item whose verdict is known: full points, less than full points, invalid. */
export function samplesOf(item: Item): Samples {
  switch (item.kind) {
    case "single":
      return single.samples(item.ask, item.key);
    case "multiple":
      return multiple.samples(item.ask, item.key);
    case "true-false":
      return trueFalse.samples(item.ask, item.key);
    case "numeric":
      return numeric.samples(item.ask, item.key);
    case "distribution":
      return distribution.samples(item.ask, item.key);
  }
}
