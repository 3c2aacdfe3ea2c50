import type { CancelSignal, LanguageModel, Sequence } from "./language-model.ts";
import { drawToken, nextTokenDistribution } from "./sampling.ts";
import type { SamplingSettings } from "./sampling-settings.ts";

/** One drawn token and how it was drawn. */
export interface GeneratedToken {
  id: number;
  /** Its probability in the distribution that was drawn from (after temperature and cuts), in (0, 1]. */
  prob: number;
  /** The random number in [0, 1) that decided; null if greedy, which draws none. */
  u: number | null;
  /** How many tokens could have been drawn. */
  keptCount: number;
  /** The raw logits it was drawn from, shape [V]. Not a copy: do not write to it. */
  logits: Float32Array;
}

/** Why generation ended: the model drew its end-of-text token, the context is full, or the signal was aborted. */
export type StopReason = "end-of-text" | "context-full" | "aborted";

/**
 * Continues a prompt token by token: one draw, one decode step, and so on. Bound its length by leaving the loop.
 *
 * Each token is yielded before the model reads it. The end-of-text token is yielded too, and is then the last.
 * Prompt and output together never exceed the model's context. An abort ends the generator quietly, with the tokens
 * yielded so far; the same prompt, settings and random stream give the same tokens again.
 *
 * @param promptIds - 1 to `contextLength` ids. The repetition penalty counts them as well.
 * @param rng - Uniform on [0, 1), called exactly once per token, and never if the temperature is 0.
 * @returns The reason it stopped (the generator's return value).
 * @throws RangeError for an empty or too long prompt or a setting out of range; InvalidLogitsError if the model gives
 *   no distribution; whatever the model rejects with.
 */
// eslint-disable-next-line max-params -- the package's contract fixes this signature
export async function* generate(
  model: LanguageModel,
  promptIds: readonly number[],
  settings: SamplingSettings,
  rng: () => number,
  signal?: CancelSignal,
): AsyncGenerator<GeneratedToken, StopReason, undefined> {
  let sequence: Sequence | undefined;
  try {
    signal?.throwIfAborted();
    sequence = await model.prefill(promptIds, signal);
    while (sequence.ids.length < model.contextLength) {
      const token = drawNext(sequence, settings, rng);
      yield token;
      if (token.id === model.endOfTextId) return "end-of-text";
      signal?.throwIfAborted();
      const longer: Sequence = await sequence.append(token.id, signal);
      sequence.dispose();
      sequence = longer;
    }
    return "context-full";
  } catch (error) {
    if (signal?.aborted) return "aborted";
    throw error;
  } finally {
    sequence?.dispose();
  }
}

function drawNext({ logits, ids }: Sequence, settings: SamplingSettings, rng: () => number): GeneratedToken {
  const candidates = nextTokenDistribution(logits, settings, ids);
  const u = settings.temperature === 0 ? null : rng();
  const id = drawToken(candidates, u ?? 0);
  const { prob } = candidates.find((candidate) => candidate.id === id)!;
  return { id, prob, u, keptCount: candidates.length, logits };
}
