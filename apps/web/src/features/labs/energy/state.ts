import { convertEnergy, JOULES_PER_PAGE, pagesToMatchTraining, type EnergyUnit } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";

/** The units that the reader may switch between. */
export const units = ["Wh", "kJ", "kWh"] as const satisfies readonly EnergyUnit[];
export type Unit = (typeof units)[number];

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds: readonly { id: string; end: string }[] = [
  { id: "one-page", end: "pages == 1 && seen(unit=Wh, pages=1, value=4) && seen(unit=kJ, pages=1, value=14.4)" },
  { id: "amortise", end: "trainingMWh == 1287 && abs(pages / 321750000 - 1) <= 0.05" },
  { id: "unit-trap", end: 'marked == "0.4 kW"' },
];

/** The four sentences by the quantity that each one gives; "0.4 kW" is a power, and none in the others' place. */
export const sentenceIds = ["0.4 kWh", "4 Wh", "0.4 kW", "14.4 kJ"] as const;
export type SentenceId = (typeof sentenceIds)[number];

/** Pages of the slider: 1 to 10⁹, a hundred steps a decade, with three digits, each once. */
export const pageSteps: readonly number[] = [
  ...new Set(Array.from({ length: 901 }, (_, i) => Number(Math.round(10 ** (i / 100)).toPrecision(3)))),
];

/** What a learner may type for training, in MWh. 0 stands for nothing yet. */
export const trainingRange = { min: 0, max: 100_000, decimals: 1 };

/** An amount that was read off, at 100 pages or fewer. */
export interface SeenAmount extends Record<string, number | boolean | string> {
  unit: Unit;
  pages: number;
  value: number;
}

export interface EnergyState {
  pages: number;
  unit: Unit;
  /** Electricity of training in MWh; 0 until one is put in. */
  trainingMWh: number;
  marked: SentenceId | null;
  seen: readonly SeenAmount[];
}

export const startState: EnergyState = { pages: 100, unit: "kWh", trainingMWh: 0, marked: null, seen: [] };

/** The energy of some pages. One page: 4 Wh, 14.4 kJ, 0.004 kWh. */
export function energyOf(pages: number, unit: EnergyUnit): number {
  return convertEnergy(pages * JOULES_PER_PAGE, "J", unit);
}

/** More pages are no amount that one reads off digit by digit, and a dragged slider passes hundreds of them. */
const mostRecorded = 100;

/** Changes something, and keeps the amount that is then on show. */
export function change(state: EnergyState, patch: Partial<EnergyState>): EnergyState {
  const { seen, ...changed } = { ...state, ...patch };
  const { unit, pages } = changed;
  const isKnown = seen.some((record) => record.unit === unit && record.pages === pages);
  if (isKnown || pages > mostRecorded) return { ...changed, seen };
  return { ...changed, seen: [...seen, { unit, pages, value: energyOf(pages, unit) }] };
}

/** How many pages take as much as training; null without a figure for training. */
export function levelPages({ trainingMWh }: EnergyState): number | null {
  return trainingMWh > 0 ? pagesToMatchTraining(trainingMWh) : null;
}

/** The state that missions are checked against. */
export function publishState({ pages, unit, trainingMWh, marked, seen }: EnergyState): LabState {
  return { values: { pages, unit, trainingMWh, ...(marked === null ? {} : { marked }) }, seen };
}

type LinkState = Pick<EnergyState, "pages" | "unit" | "trainingMWh">;

const fields: FragmentFields<LinkState> = {
  pages: numberField({ min: 1, max: 1e9, decimals: 0 }),
  unit: choiceField(units),
  trainingMWh: numberField(trainingRange),
};

/** Reads a link's fragment; garbage is ignored. The marked sentence is in no link. */
export function readLink(hash: string): EnergyState {
  return change(startState, decodeFragment(hash, fields));
}

/** Writes what differs from the start as a fragment. */
export function writeLink({ pages, unit, trainingMWh }: EnergyState): string {
  return encodeFragment({ pages, unit, trainingMWh }, fields, startState);
}
