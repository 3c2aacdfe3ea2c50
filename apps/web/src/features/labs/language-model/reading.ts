import { softmax, type CancelSignal, type LanguageModel, type Sequence, type Tokenizer } from "@fewshot/ml-core";

/** A model and its words: what is needed to read a text and to write on. */
export interface ReadingModel extends LanguageModel {
  readonly tokenizer: Tokenizer;
}

/** A continuation written with the likeliest token each time. */
export interface Written {
  text: string;
  /** False if it was cut off before it came to an end of its own. */
  hasEnded: boolean;
  /** The table of the first token, shape [V], summing to 1. */
  first: Float64Array;
}

/** The ids of a prompt. It is read after the end token, as the model read its texts in training. */
export function promptIds(model: ReadingModel, prompt: string): number[] {
  return [model.endOfTextId, ...model.tokenizer.encode(prompt)];
}

/**
 * The probability of a whole answer after a prompt: the product over its tokens, each after those before it.
 *
 * @param answer - Not empty; in English it begins with its space.
 * @returns In [0, 1].
 * @throws RangeError (as a rejection) if both together do not fit in the context.
 */
export async function answerProbability(
  model: ReadingModel,
  { prompt, answer }: { prompt: string; answer: string },
  signal?: CancelSignal,
): Promise<number> {
  const ids = model.tokenizer.encode(answer);
  let at = await model.prefill(promptIds(model, prompt), signal);
  let probability = 1;
  for (const [index, id] of ids.entries()) {
    probability *= softmax(at.logits)[id] ?? 0;
    if (index < ids.length - 1) at = await replace(at, id, signal);
  }
  at.dispose();
  return probability;
}

/**
 * Writes on after a prompt, always with the likeliest token: at temperature 0, so that the same prompt gives the same.
 *
 * @param options.most - Tokens at most. `isEnd` - Told the text so far after each token; true where it ends.
 */
export async function writeOn(
  model: ReadingModel,
  prompt: string,
  options: { most: number; isEnd: (text: string) => boolean; signal?: CancelSignal },
): Promise<Written> {
  let at = await model.prefill(promptIds(model, prompt), options.signal);
  const first = softmax(at.logits);
  const ids: number[] = [];
  let text = "";
  let hasEnded = false;
  while (!hasEnded && ids.length < options.most && at.ids.length < model.contextLength) {
    const id = likeliest(at.logits);
    if (id === model.endOfTextId) {
      hasEnded = true;
    } else {
      ids.push(id);
      text = model.tokenizer.decode(ids);
      hasEnded = options.isEnd(text);
      if (!hasEnded) at = await replace(at, id, options.signal);
    }
  }
  at.dispose();
  return { text, hasEnded, first };
}

/** True where a text has come to a full stop, with or without a closing quotation mark. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？]["'”’]?$/.test(text);
}

/**
 * One vector for a text: the mean of its logits over all its tokens, less the mean of its numbers.
 *
 * The logits are the last hidden state times one fixed matrix, so their mean is the mean-pooled hidden state seen through
 * that matrix. The page is given logits only, and softmax does not change when a constant is taken from all of them.
 *
 * @returns Shape [V], summing to 0.
 */
export async function meanLogits(model: ReadingModel, text: string, signal?: CancelSignal): Promise<Float64Array> {
  const ids = promptIds(model, text).slice(0, model.contextLength);
  const sum = new Float64Array(model.vocabSize);
  let at: Sequence | null = null;
  for (const id of ids) {
    at = at === null ? await model.prefill([id], signal) : await replace(at, id, signal);
    // What is expected after the end token alone says nothing about the text.
    if (at.ids.length > 1) at.logits.forEach((logit, index) => (sum[index] = (sum[index] ?? 0) + logit));
  }
  at?.dispose();
  const mean = sum.reduce((total, value) => total + value, 0) / sum.length;
  return sum.map((value) => (value - mean) / Math.max(1, ids.length - 1));
}

/** The text one token longer; the shorter one is given back. */
async function replace(at: Sequence, id: number, signal: CancelSignal | undefined): Promise<Sequence> {
  const next = await at.append(id, signal);
  at.dispose();
  return next;
}

function likeliest(logits: Float32Array): number {
  return logits.reduce((best, logit, id) => (logit > (logits[best] ?? -Infinity) ? id : best), 0);
}
