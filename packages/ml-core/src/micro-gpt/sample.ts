import { drawToken, nextTokenDistribution } from "../sampling.ts";
import type { SamplingSettings } from "../sampling-settings.ts";
import { checkIds } from "./config.ts";
import { samplingGraphOf, type MicroGpt } from "./model.ts";

interface SampleOptions {
  /** How many tokens to draw, an integer >= 0. */
  count: number;
  settings: SamplingSettings;
  /** Uniform on [0, 1): one draw for each token, and none if the temperature is 0. */
  random: () => number;
}

/**
 * Continues a text. Of a text longer than the context the model reads the end only; there is no end-of-text token.
 *
 * @param promptIds - At least one id. Not modified.
 * @returns The new ids, `count` of them, without the prompt.
 * @throws RangeError if the prompt is empty or has an id outside the vocabulary, or `count` or a setting is out of
 *   range; InvalidLogitsError if the weights are no longer finite.
 */
export function sampleFrom(model: MicroGpt, promptIds: readonly number[], options: SampleOptions): number[] {
  const { count, settings, random } = options;
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`count must be an integer >= 0, got ${count}`);
  const ids = [...promptIds];
  for (let drawn = 0; drawn < count; drawn++) {
    const candidates = nextTokenDistribution(nextLogits(model, ids), settings, ids);
    ids.push(drawToken(candidates, settings.temperature === 0 ? 0 : random()));
  }
  return ids.slice(promptIds.length);
}

/**
 * What the model expects after a text.
 *
 * @param ids - At least one; the last `contextLength` of them are read.
 * @returns Raw logits, shape [V], a copy, rounded to float32 as every `LanguageModel` gives them.
 * @throws RangeError if there is none or one is outside the vocabulary.
 */
export function nextLogits(model: MicroGpt, ids: readonly number[]): Float32Array {
  const { vocabSize, contextLength } = model.config;
  const read = ids.slice(-contextLength);
  if (read.length === 0) throw new RangeError("the model needs at least one token to continue");
  checkIds(read, vocabSize);
  const { tape, tokens, logits } = samplingGraphOf(model);
  // What stands after the text does not matter: no token looks ahead.
  tokens.fill(0).set(read);
  tape.forward();
  const last = (read.length - 1) * vocabSize;
  return Float32Array.from(logits.data.subarray(last, last + vocabSize));
}
