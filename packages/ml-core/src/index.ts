export { effectiveChoices, entropyBits } from "./entropy.ts";
export { generate, type GeneratedToken, type StopReason } from "./generate.ts";
export { chiSquare, drawHistogram, type HistogramBar } from "./histogram.ts";
export { InvalidLogitsError, type LogitsProblem } from "./invalid-logits-error.ts";
export type { CancelSignal, LanguageModel, Sequence } from "./language-model.ts";
export { parameterCount } from "./parameters.ts";
export type { TokenizerKind } from "./pre-tokens.ts";
export { mulberry32, numpyRandom, type NumpyRandom } from "./random.ts";
export {
  formatTrainingLine,
  gradientDescent,
  largestStableLearningRate,
  leastSquares,
  meanSquaredError,
  numericGradient,
  type Line,
  type Points,
  type Step,
} from "./regression.ts";
export {
  drawToken,
  explainDistribution,
  nextTokenDistribution,
  restOfVocabulary,
  type Candidate,
  type Cut,
  type CutRule,
  type DistributionReport,
} from "./sampling.ts";
export { plainSampling, type SamplingSettings } from "./sampling-settings.ts";
export { softmax } from "./softmax.ts";
export { createTokenizer, type Tokenizer, type TokenizerOptions, type TokenStream } from "./tokenizer.ts";
