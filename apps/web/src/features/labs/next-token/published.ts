import type { LabState } from "@fewshot/quiz";
import type { Distribution, Row } from "./distribution.ts";
import { repeatedTokens, type NextTokenState } from "./state.ts";

/** What the lab has on show, besides its state. */
export interface OnShow {
  /** null before the first table is computed. */
  distribution: Distribution | null;
  /** Counts of the series of draws on show, by id; null before the first series. */
  counts: ReadonlyMap<number, number> | null;
  /** null if the source of the table has no end token. */
  endOfTextId: number | null;
}

/**
 * The state that missions are checked against. What has not been computed is absent, so that no mission can be met by
 * a table nobody has seen.
 */
export function publishState(state: NextTokenState, onShow: OnShow): LabState {
  const { temperature, topK, topP, minP, repetitionPenalty, order } = state.knobs;
  const firstTokens = Object.values(state.firsts);
  return {
    values: {
      computed: state.computed,
      generated: state.path.filter((step) => step.how === "drawn").length,
      ended: hasEnded(state, onShow.endOfTextId),
      seed: state.seed,
      seeds: firstTokens.length,
      "distinct(firstToken over seeds)": new Set(firstTokens).size,
      temperature,
      topK,
      topP,
      minP,
      penalty: repetitionPenalty,
      order,
      "max(sameTokens over repeated runs)": repeatedTokens(state),
      ...keptOverPrompts(state),
      ...tableValues(state, onShow),
    },
    seen: [...state.seen],
  };
}

function keptOverPrompts({ keptAtNine }: NextTokenState): Record<string, number> {
  const kept = Object.values(keptAtNine);
  if (kept.length === 0) return {};
  return {
    "min(kept over prompts at p = 0.9)": Math.min(...kept),
    "max(kept over prompts at p = 0.9)": Math.max(...kept),
  };
}

/** True if the last token of the path is the end token. */
export function hasEnded(state: NextTokenState, endOfTextId: number | null): boolean {
  return endOfTextId !== null && state.path.at(-1)?.id === endOfTextId;
}

/** The likeliest candidate of the table on show. */
export function topRow(distribution: Distribution): Row | undefined {
  return distribution.rows[0];
}

function tableValues(state: NextTokenState, { distribution, counts }: OnShow): Record<string, number> {
  const top = distribution === null ? undefined : topRow(distribution);
  if (distribution === null || top === undefined) return { samples: 0 };
  return {
    kept: distribution.candidates.length,
    entropy: distribution.entropy,
    "probability(top)": top.after,
    samples: counts === null ? 0 : state.samples,
    ...(counts === null || state.samples === 0 ? {} : { "frequency(top)": (counts.get(top.id) ?? 0) / state.samples }),
  };
}
