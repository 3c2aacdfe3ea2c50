export { attemptTotals, bestScore, deadlineOf, isLate } from "./attempt-policy.ts";
export {
  Ask,
  feedback,
  instantiate,
  ItemId,
  Key,
  maxPoints,
  parseItem,
  publicView,
  samplesOf,
  score,
  validateResponse,
  type Item,
} from "./item.ts";
export { isPlayableKind, ITEM_KINDS } from "./item-kind.ts";
export { evaluateEnd, parseEnd, valuesRead, type EndExpression, type LabState } from "./mission-end.ts";
export {
  CorrectAnswer,
  Feedback,
  ProblemCode,
  PublicItem,
  Score,
  Verdict,
  type ClozeResponse,
  type DistributionResponse,
  type MatchResponse,
  type MultipleResponse,
  type NumericInput,
  type NumericResponse,
  type OrderResponse,
  type Phase,
  type PublicOption,
  type Response,
  type SingleResponse,
  type TrueFalseResponse,
  type Validated,
} from "./outcome.ts";
export { parseNumber } from "./parse-number.ts";
export type { Problem, Result } from "./result.ts";
export { LOCALES, Text, type Locale } from "./text.ts";
