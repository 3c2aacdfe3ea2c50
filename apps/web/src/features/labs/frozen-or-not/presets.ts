export const presetIds = ["simple-ai", "real-model", "tell-it-a-fact"] as const;
export type PresetId = (typeof presetIds)[number];

/** The preset of that name; the real model for a name the lab does not know. */
export function presetOf(name: string): PresetId {
  return presetIds.find((id) => id === name) ?? "real-model";
}

/** The end states of the missions that the lab has when it stands alone. */
export const missionEnds: Readonly<Record<PresetId, readonly { id: string; end: string }[]>> = {
  "simple-ai": [
    {
      id: "ask-twice",
      end: "seen(button=predict, x=3, y=6.5) && seen(button=predict, x=5, y=10.5) && updates == 0 && w == 2 && b == 0.5",
    },
    { id: "train-once", end: "updates >= 1 && w != 2" },
    {
      id: "which-button",
      end: "seen(button=predict, changed=false) && seen(button=predict1000, changed=false) && seen(button=show, changed=false) && seen(button=train, changed=true)",
    },
  ],
  "real-model": [
    { id: "generate-and-compare", end: "hashes >= 2 && generatedBetween >= 200 && hashBefore == hashAfter" },
    { id: "one-real-step", end: "seen(action=gradient-step, changed=true) && diffOpened" },
    { id: "one-bit", end: "seen(action=flip, bits=1, changed=true)" },
  ],
  "tell-it-a-fact": [
    { id: "told", end: "probability(name with fact) >= 5 * probability(name without fact)" },
    {
      id: "wiped",
      end: "cleared && abs(probability(name after clearing) - probability(name without fact)) <= 0.01 * probability(name without fact)",
    },
    {
      id: "pushed-out",
      end: "factInWindow == false && abs(probability(name behind fact and filler) - probability(name behind filler)) <= 0.01 * probability(name behind filler)",
    },
  ],
};
