import { lampMinutes } from "@fewshot/ml-core";
import type { Locale } from "@fewshot/quiz";
import { bigNumber } from "../big-number.ts";
import { count, percent } from "../format.ts";
import { energyOf, type EnergyState, type Unit } from "./state.ts";

/** The wattage of the lesson's lamp. */
export const lampWatts = 10;

/** An amount with its unit, to four digits: "0.004 kWh", "14.4 kJ", "12.87 亿 Wh". */
export function amountText(pages: number, unit: Unit, locale: Locale): string {
  return `${numberText(energyOf(pages, unit), locale)} ${unit}`;
}

/** A number to four digits; from 100,000 on in words. */
export function numberText(value: number, locale: Locale): string {
  return value < 1e5 ? count(Number(value.toPrecision(4)), locale) : bigNumber(value, locale);
}

/** How long the lamp burns: the number, to three digits, and the unit in which it is easiest to imagine. */
export function lampTime(pages: number): { value: number; unit: "minutes" | "hours" | "days" | "years" } {
  const minutes = lampMinutes(pages, lampWatts);
  const three = (value: number) => Number(value.toPrecision(3));
  if (minutes < 120) return { value: three(minutes), unit: "minutes" };
  if (minutes < 48 * 60) return { value: three(minutes / 60), unit: "hours" };
  const days = minutes / 60 / 24;
  return days < 730 ? { value: three(days), unit: "days" } : { value: three(days / 365), unit: "years" };
}

/** What use has taken as a share of training; null without a figure for training. */
export function shareText({ pages, trainingMWh }: Pick<EnergyState, "pages" | "trainingMWh">): string | null {
  return trainingMWh > 0 ? percent(energyOf(pages, "MWh") / trainingMWh) : null;
}
