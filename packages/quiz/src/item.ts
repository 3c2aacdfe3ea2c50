import { z } from "zod";
import { drawAsk, drawItem, drawProblems } from "./draws.ts";
import { isPlayableKind } from "./item-kind.ts";
import { cloze, ClozeAsk, ClozeKey } from "./kinds/cloze.ts";
import { distribution, DistributionAsk, DistributionKey } from "./kinds/distribution.ts";
import type { Kind, Samples } from "./kinds/kind.ts";
import { match, MatchAsk, MatchKey } from "./kinds/match.ts";
import { multiple, MultipleAsk, MultipleKey } from "./kinds/multiple.ts";
import { fillNumeric, numeric, NumericAsk, NumericKey } from "./kinds/numeric.ts";
import { order, OrderAsk, OrderKey } from "./kinds/order.ts";
import { ITEM_POINTS } from "./kinds/shared.ts";
import { single, SingleAsk, SingleKey } from "./kinds/single.ts";
import { trueFalse, TrueFalseAsk, TrueFalseKey } from "./kinds/true-false.ts";
import type { Feedback, Phase, PublicItem, Response, Score, Validated } from "./outcome.ts";
import { err, ok, type Problem, type Result } from "./result.ts";
import type { Locale } from "./text.ts";

/** The part of an item that everybody may see. Carries its kind, so it can be stored and read back alone. */
export const Ask = z.discriminatedUnion("kind", [
  SingleAsk,
  MultipleAsk,
  TrueFalseAsk,
  NumericAsk,
  DistributionAsk,
  MatchAsk,
  OrderAsk,
  ClozeAsk,
]);
export type Ask = z.infer<typeof Ask>;

/** The part of an item that stays on the server until the policy releases it: answer, explanation, distractors. */
export const Key = z.discriminatedUnion("kind", [
  SingleKey,
  MultipleKey,
  TrueFalseKey,
  NumericKey,
  DistributionKey,
  MatchKey,
  OrderKey,
  ClozeKey,
]);
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
  z.strictObject({ ...fields, kind: z.literal("match"), ask: MatchAsk, key: MatchKey }),
  z.strictObject({ ...fields, kind: z.literal("order"), ask: OrderAsk, key: OrderKey }),
  z.strictObject({ ...fields, kind: z.literal("cloze"), ask: ClozeAsk, key: ClozeKey }),
]);

/** A question with its key. Made by `parseItem` only, so that references between the two parts hold. */
export type Item = z.infer<typeof ItemSchema>;

/** Every kind, each for its own ask and key. */
const KINDS = {
  single,
  multiple,
  "true-false": trueFalse,
  numeric,
  distribution,
  match,
  order,
  cloze,
} satisfies Record<Ask["kind"], unknown>;

/** What the kind of this ask can do. TypeScript does not see that the name pairs an ask with its key and response. */
const kindOf = ({ kind }: Ask) => KINDS[kind] as unknown as Kind<Ask, Key, Response>;

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** Authors write the kind once, at the top; both parts carry it from here on. */
function withKind(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const { kind, ask, key } = raw;
  return { ...raw, ask: isObject(ask) ? { kind, ...ask } : ask, key: isObject(key) ? { kind, ...key } : key };
}

/**
 * Parse an authored or a stored item. Total and strict: unknown fields are refused, both languages are needed, option
 * ids are unique, answers and distractors refer to what exists. Parsing a parsed item gives the same item.
 */
export function parseItem(raw: unknown): Result<Item> {
  if (isObject(raw) && typeof raw.kind === "string" && !isPlayableKind(raw.kind)) {
    return err([{ path: "kind", what: `"${raw.kind}" is not a kind this engine can play` }]);
  }
  const parsed = parsePlain(withKind(raw));
  if (!parsed.ok) return parsed;
  const { ask, key } = parsed.value;
  const isSeeded = ask.draws !== undefined || key.draws !== undefined;
  const problems = isSeeded ? drawProblems(parsed.value, problemsOfDrawn) : kindOf(ask).problems(ask, key);
  return problems.length > 0 ? err(problems) : parsed;
}

function parsePlain(raw: unknown): Result<Item> {
  const parsed = ItemSchema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join("."), what: issue.message })));
}

function problemsOfDrawn(raw: unknown): Problem[] {
  const parsed = parsePlain(raw);
  return parsed.ok ? kindOf(parsed.value.ask).problems(parsed.value.ask, parsed.value.key) : parsed.error;
}

/**
 * The same item with its draw and its variables taken by the seed. Items without either come back equal. Idempotent.
 */
export function instantiate(item: Item, seed: string): Item {
  const drawn = drawItem(item, seed);
  return drawn.kind === "numeric" ? { ...drawn, ...fillNumeric(drawn.ask, drawn.key, seed) } : drawn;
}

/** Points an item is worth. Bets (`graded: false`) are worth the same and are left out of totals. */
export function maxPoints(_ask: Ask): number {
  return ITEM_POINTS;
}

/** What a browser may see, in one language, variables drawn and options in the seed's order. Takes no key. */
export function publicView(ask: Ask, seed: string, locale: Locale): PublicItem {
  const drawn = drawAsk(ask, seed);
  return kindOf(drawn).publicView(drawn, seed, locale);
}

/** Whether a response is empty, invalid (and why), or can be scored, then in canonical form. Total; needs no key. */
export const validateResponse = (ask: Ask, response: unknown): Validated => kindOf(ask).validate(ask, response);

function requireDrawn(item: Item): Item {
  if (item.ask.draws) throw new RangeError("the item has draws: call instantiate(item, seed) first");
  return item;
}

/** Share of the points, in [0, 1]; what was not answered, or not validly, earns nothing. */
function earnedShare(item: Item, response: unknown): number {
  const { ask, key } = requireDrawn(item);
  const given = validateResponse(ask, response);
  return given.status === "ok" ? kindOf(ask).score(ask, key, given.response) : 0;
}

/**
 * Score a response. Pure and total in the response: an empty or invalid one earns 0. Points are rounded down to
 * 4 decimal places, so that full points are never given away.
 *
 * @throws RangeError if the item has draws or variables that were not taken: call `instantiate` first.
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

function explain(item: Item, response: unknown): Omit<Feedback, "why"> {
  const { ask, key } = requireDrawn(item);
  const given = validateResponse(ask, response);
  return kindOf(ask).feedback(ask, key, given.status === "ok" ? given.response : null);
}

/**
 * What to say about a response: nothing while the phase is `open`, all of it once `released`. An inline check is
 * released by a valid answer; an attempt by its policy.
 *
 * @throws RangeError if the item has draws or variables that were not taken: call `instantiate` first.
 */
/* eslint-disable max-params -- the contract names these four, and each is used. */
export function feedback(item: Item, response: unknown, phase: "released", locale: Locale): Feedback;
export function feedback(item: Item, response: unknown, phase: Phase, locale: Locale): Feedback | null;
export function feedback(item: Item, response: unknown, phase: Phase, locale: Locale): Feedback | null {
  return phase === "open" ? null : { why: item.key.why[locale], ...explain(item, response) };
}
/* eslint-enable max-params */

/** Responses to an instantiated item whose verdict is known: full points, less than full points, invalid. */
export const samplesOf = ({ ask, key }: Item): Samples => kindOf(ask).samples(ask, key);
