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
export { createBatcher, type Batch } from "./micro-gpt/batcher.ts";
export type { MicroGptConfig } from "./micro-gpt/config.ts";
export { createMicroGpt, setWeights, weightsOf, type MicroGpt, type NamedWeights } from "./micro-gpt/model.ts";
export { nextLogits, sampleFrom } from "./micro-gpt/sample.ts";
export { lossOf, trainStep, type TrainOptions } from "./micro-gpt/train.ts";
export { byteVocabulary, characterVocabulary, type Vocabulary } from "./micro-gpt/vocabulary.ts";
export { convertEnergy, JOULES_PER_PAGE, lampMinutes, pagesToMatchTraining, type EnergyUnit } from "./energy.ts";
export {
  describeTask,
  drawEpisode,
  MOST_EXAMPLES,
  parseTask,
  taskTakes,
  type Episode,
  type Task,
} from "./in-context/episode.ts";
export { unseenCompositions } from "./in-context/held-out.ts";
export { answerAll, drawQuestions, type Answering, type Exam, type Question } from "./in-context/question.ts";
export { rules } from "./in-context/rules.ts";
export { logLossBits, perplexity } from "./log-loss.ts";
export { trainNgram, type NgramModel } from "./ngram.ts";
export { nudgeLoss } from "./nudge.ts";
export {
  drawnJointly,
  drawPair,
  greedyPair,
  impossibleShare,
  tokensPushed,
  type JointTable,
} from "./parallel-drawing.ts";
export {
  generations,
  GPT3_CONTEXT,
  GPT3_VOCABULARY,
  gpt3Sizes,
  type Generation,
  type Gpt3Size,
} from "./paper-models.ts";
export { figureReadings, READING_ERROR, type LineReadings } from "./paper-readings.ts";
export { CHANCE, detection, mixture, type DetectionRow, type MixtureRow } from "./paper-tables.ts";
export {
  paperScores,
  scoreSizes,
  settings,
  sizeParameters,
  type PaperScores,
  type ScoreSize,
  type Setting,
} from "./paper-scores.ts";
export {
  countExceptions,
  exactMatch,
  fallsWithSize,
  isOrderBroken,
  meanScores,
  onAxis,
  scoreAxes,
  stepHeight,
  tenfoldsBetween,
  type ScoreAxis,
} from "./score-scales.ts";
export { linearLayerParameters, parameterParts, type ParameterParts } from "./parameter-parts.ts";
export { createBm25, type Bm25, type Hit } from "./retrieval/bm25.ts";
export { cosineSimilarity, rankByCosine } from "./retrieval/cosine.ts";
export { splitPassages, type Passage } from "./retrieval/passages.ts";
export { searchTerms } from "./retrieval/search-terms.ts";
export { encodeGbk, gbkBytes, hanBytes, hanCapacity, utf8Bytes, type TextEncoding } from "./text-scales.ts";
export { causalMask, firstChangedInput, trainingPairs, type TrainingPair } from "./training-pairs.ts";
export { diffWeights, type WeightDiff } from "./weight-diff.ts";
export { wilsonInterval } from "./wilson-interval.ts";
