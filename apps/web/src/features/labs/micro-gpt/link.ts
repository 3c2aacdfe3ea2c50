import { choiceField, decodeFragment, encodeFragment, type FragmentFields } from "../fragment.ts";
import { presetIds, type PresetId } from "./presets.ts";

/** A link carries the preset. The learner's text stays on the device, and weights are trained anew. */
const fields: FragmentFields<{ preset: PresetId }> = { preset: choiceField(presetIds) };

/** The preset that a fragment names, if it names one. */
export function linkedPreset(hash: string): PresetId | undefined {
  return decodeFragment(hash, fields).preset;
}

export function writeLink(preset: PresetId): string {
  return encodeFragment({ preset }, fields, { preset: "from-scratch" });
}
