import {
  choiceField,
  decodeFragment,
  encodeFragment,
  numberField,
  textField,
  type FragmentFields,
} from "../fragment.ts";
import { presetIds, type PresetId } from "./presets.ts";
import { longestPrompt, ranges } from "./real-model.ts";

/** What of the lab a link carries: settings. Fingerprints and probabilities are computed anew. */
export interface LinkState {
  preset: PresetId;
  x: number;
  T: number;
  seed: number;
  p: string;
}

const fields: FragmentFields<LinkState> = {
  preset: choiceField(presetIds),
  x: numberField({ min: 0, max: 10, decimals: 0 }),
  T: numberField(ranges.temperature),
  seed: numberField(ranges.seed),
  p: textField(longestPrompt),
};

/** Reads a link's fragment; garbage is ignored. */
export function readLink(hash: string): Partial<LinkState> {
  return decodeFragment(hash, fields);
}

/** The preset that a fragment names, if it names one. */
export function linkedPreset(hash: string): PresetId | undefined {
  return readLink(hash).preset;
}

const neutral: LinkState = { preset: "real-model", x: 1, T: 1, seed: 1, p: "" };

/** Writes what differs from the start as a fragment. */
export function writeLink(state: Partial<LinkState>, start: Partial<LinkState> = {}): string {
  const defaults = { ...neutral, ...start };
  return encodeFragment({ ...defaults, ...state }, fields, defaults);
}
