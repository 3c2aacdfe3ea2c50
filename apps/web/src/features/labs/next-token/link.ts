import {
  choiceField,
  decodeFragment,
  encodeFragment,
  numberField,
  textField,
  type FragmentFields,
} from "../fragment.ts";
import { presetIds, presetOf, type PresetId } from "./presets.ts";
import { knobRanges, openKnobs, type Knobs } from "./settings.ts";
import type { NextTokenState } from "./state.ts";

/** The longest prompt that can be written, in UTF-16 units: a link must carry it. */
export const longestPrompt = 400;

/** Seeds a learner can set: an integer in [0, 999,999]. */
export const largestSeed = 999_999;

interface LinkState {
  preset: PresetId;
  p: string;
  T: number;
  k: number;
  top_p: number;
  min_p: number;
  rep: number;
  order: Knobs["order"];
  seed: number;
  n: string;
}

const fields: FragmentFields<LinkState> = {
  preset: choiceField(presetIds),
  p: textField(longestPrompt),
  T: numberField({ ...knobRanges.temperature, decimals: 2 }),
  k: numberField({ ...knobRanges.topK, decimals: 0 }),
  top_p: numberField({ ...knobRanges.topP, decimals: 2 }),
  min_p: numberField({ ...knobRanges.minP, decimals: 2 }),
  rep: numberField({ ...knobRanges.repetitionPenalty, decimals: 2 }),
  order: choiceField(["hf", "llama.cpp"]),
  seed: numberField({ min: 0, max: largestSeed, decimals: 0 }),
  n: choiceField(["10", "100", "1000"]),
};

/** What a link can set. What it does not carry is the preset's default. */
export type LinkedStart = Partial<Pick<NextTokenState, "prompt" | "knobs" | "seed" | "samples">>;

/** The preset that a link names, or undefined. Read before the rest, because the defaults depend on it. */
export function linkedPreset(hash: string): PresetId | undefined {
  const { preset } = decodeFragment(hash, fields);
  return preset === undefined ? undefined : presetOf(preset);
}

/** Reads a link's fragment; garbage is ignored. The prompt counts only where one can be written. */
export function readLink(hash: string, canWrite: boolean): LinkedStart {
  const link = decodeFragment(hash, fields);
  return {
    ...(link.p !== undefined && canWrite ? { prompt: link.p } : {}),
    ...(link.seed === undefined ? {} : { seed: link.seed }),
    ...(link.n === undefined ? {} : { samples: Number(link.n) }),
    knobs: linkedKnobs(link),
  };
}

function linkedKnobs(link: Partial<LinkState>): Knobs {
  return {
    temperature: link.T ?? openKnobs.temperature,
    topK: link.k ?? openKnobs.topK,
    topP: link.top_p ?? openKnobs.topP,
    minP: link.min_p ?? openKnobs.minP,
    repetitionPenalty: link.rep ?? openKnobs.repetitionPenalty,
    order: link.order ?? openKnobs.order,
  };
}

/** Writes what differs from the preset's start as a fragment. */
export function writeLink(preset: PresetId, state: NextTokenState, start: NextTokenState): string {
  return encodeFragment(linkStateOf(preset, state), fields, { ...linkStateOf("free", start), preset: "free" });
}

function linkStateOf(preset: PresetId, state: NextTokenState): LinkState {
  const { temperature, topK, topP, minP, repetitionPenalty, order } = state.knobs;
  return {
    preset,
    p: state.prompt,
    T: temperature,
    k: topK,
    top_p: topP,
    min_p: minP,
    rep: repetitionPenalty,
    order,
    seed: state.seed,
    n: String(state.samples),
  };
}
