export const presetIds = ["from-scratch", "fine-tune"] as const;
export type PresetId = (typeof presetIds)[number];

/** The preset of that name; `from-scratch` for a name the lab does not know. */
export function presetOf(name: string): PresetId {
  return presetIds.find((id) => id === name) ?? "from-scratch";
}

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds: Readonly<Record<PresetId, readonly { id: string; end: string }[]>> = {
  "from-scratch": [
    { id: "loss-falls", end: "trainingLoss <= 0.8 * firstLoss" },
    { id: "freeze-and-write", end: "frozen && generatedSinceFreeze >= 100 && hashNow == hashAtFreeze" },
    { id: "resume", end: "seen(action=resume, steps=1, changed=true)" },
  ],
  "fine-tune": [
    { id: "new-lines", end: "steps >= 1 && loss(new lines) <= 0.9 * loss(new lines at start)" },
    {
      id: "old-text",
      end: "seen(text=old, moment=before) && seen(text=old, moment=after) && verdict == direction(old text)",
    },
    { id: "another-hash", end: "hashAfter != hashFrozen" },
  ],
};
