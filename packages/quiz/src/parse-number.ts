import { err, ok, type Result } from "./result.ts";

/** A number as typed. `percent`: a percent sign was written; `value` is the number in front of it. */
export type TypedNumber = { value: number; percent: boolean };

export type NumberProblem = "not-a-number" | "ambiguous-number" | "number-too-large";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const MAX_LENGTH = 60;

/** Sign, digits (plain or in comma groups), fraction, exponent (e5, ×10^5, ×10⁵), percent sign. */
const NUMBER = new RegExp(
  [
    /^(?<sign>[+-]?)(?<whole>\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.(?<fraction>\d*))?/,
    /(?:[eE](?<e>[+-]?\d+)| ?[×*xX] ?10(?:\^(?<caret>[+-]?\d+)|(?<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)))? ?(?<percent>%)?$/,
  ]
    .map((part) => part.source)
    .join(""),
);

/** Digits, commas and points only: somebody meant a number, and there is more than one way to read it. */
const LOOKS_NUMERIC = /^[+-]?[\d.,]+ ?%?$/;

/** Full-width forms, unicode minus signs and non-breaking spaces as their plain characters. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013\ufe63]/g, "-")
    .replace(/[\u00a0\u202f\u2009\u3000]/g, " ")
    .trim();

const lowered = (raised: string): string =>
  raised
    .replace("⁺", "+")
    .replace("⁻", "-")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));

/** The value of a matched number; infinite if it is too large. */
function valueOf(parts: Partial<Record<string, string>>): number {
  const exponent = parts.e ?? parts.caret ?? lowered(parts.raised ?? "0");
  const whole = (parts.whole ?? "0").replaceAll(",", "");
  return Number(`${parts.sign ?? ""}${whole}.${parts.fraction || "0"}e${exponent}`);
}

/**
 * Read a number the way a learner types it: full-width digits and signs, commas between groups of three, a percent
 * sign, scientific notation (3e8, 3×10^8, 3×10⁸), the real minus sign. The point is the decimal mark.
 * What could be read in two ways ("1.234,5", "12,5", "0,123") is refused rather than guessed. Total.
 */
export function parseNumber(text: string): Result<TypedNumber, NumberProblem> {
  const typed = plain(text);
  const parts = typed.length > MAX_LENGTH ? undefined : NUMBER.exec(typed)?.groups;
  if (!parts || !/\d/.test((parts.whole ?? "") + (parts.fraction ?? ""))) return err(refusal(typed));
  const value = valueOf(parts);
  if (!Number.isFinite(value)) return err("number-too-large");
  // Adding 0 turns -0 into 0.
  return ok({ value: value + 0, percent: parts.percent !== undefined });
}

const refusal = (typed: string): NumberProblem =>
  LOOKS_NUMERIC.test(typed) && /\d/.test(typed) && typed.includes(",") ? "ambiguous-number" : "not-a-number";
