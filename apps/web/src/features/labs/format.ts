import type { Locale } from "@fewshot/quiz";

/** A share in per cent, "63.8%". What would round to nothing or to all says so: "<0.1%", ">99.9%". */
export function percent(share: number, digits = 1): string {
  const smallest = 10 ** -digits;
  if (share > 0 && 100 * share < smallest / 2) return `<${smallest}%`;
  if (share < 1 && 100 * share >= 100 - smallest / 2) return `>${100 - smallest}%`;
  return `${(100 * share).toFixed(digits)}%`;
}

/**
 * A count, or another number as it is: nothing is rounded away, in either language. Chinese writes four digits without a
 * comma; English groups from 1,000 on.
 */
export function count(value: number, locale: Locale): string {
  return locale === "zh" && value < 10_000 ? String(value) : value.toLocaleString("en", { maximumFractionDigits: 20 });
}

/** A number with a true minus sign. From 10⁵ on in scientific notation, beyond all doubles "∞". */
export function decimal(value: number, digits: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  return (Math.abs(value) < 1e5 ? value.toFixed(digits) : scientific(value)).replaceAll("-", "−");
}

/** A probability with three digits, "0.614", or in scientific notation if those would be zeros. */
export function probability(value: number): string {
  return value > 0 && value < 0.001 ? scientific(value).replace(/(\.\d)\d/, "$1") : decimal(value, 3);
}

/** Mebibytes with one digit, "12.3". */
export function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function scientific(value: number): string {
  const [mantissa = "", exponent = "0"] = value.toExponential(2).split("e");
  const power = exponent.replace("+", "").replace("-", "⁻");
  return `${mantissa} × 10${power.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? "")}`;
}
