/** How logits become a distribution to draw from. For the order of the steps see `explainDistribution`. */
export interface SamplingSettings {
  /** T >= 0, dimensionless. Below 1 sharpens, above 1 flattens; 0 is greedy: the likeliest token, no draw. */
  temperature: number;
  /** Keep the k likeliest tokens. An integer >= 0; 0, or the vocabulary's size and above, is off. */
  topK: number;
  /** Keep the fewest likeliest tokens whose probabilities reach p. >= 1 is off; <= 0 keeps one. */
  topP: number;
  /** Keep tokens at least this fraction as likely as the likeliest. In [0, 1]; 0 is off. */
  minP: number;
  /** θ > 0: logits of earlier tokens are divided by it if positive, multiplied if negative. 1 is off. */
  repetitionPenalty: number;
  /** "hf": temperature, then the cuts (Hugging Face transformers). "llama.cpp": the cuts, then temperature. */
  order: "hf" | "llama.cpp";
}

/** Settings that change nothing: the model's own distribution. Spread it to set only what matters. */
export const plainSampling: Readonly<SamplingSettings> = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  order: "hf",
};

/** @throws RangeError naming the setting that is out of range. */
export function checkSettings(settings: SamplingSettings): void {
  const { temperature, topK, topP, minP, repetitionPenalty } = settings;
  if (!(temperature >= 0)) throw new RangeError(`temperature must be at least 0, got ${temperature}`);
  if (!Number.isInteger(topK) || topK < 0) throw new RangeError(`topK must be an integer of at least 0, got ${topK}`);
  if (Number.isNaN(topP)) throw new RangeError("topP must be a number, got NaN");
  if (!(minP >= 0 && minP <= 1)) throw new RangeError(`minP must be in [0, 1], got ${minP}`);
  if (!(repetitionPenalty > 0 && repetitionPenalty < Infinity)) {
    throw new RangeError(`repetitionPenalty must be above 0, got ${repetitionPenalty}`);
  }
}
