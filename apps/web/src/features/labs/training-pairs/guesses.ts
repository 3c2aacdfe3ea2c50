import type { CancelSignal, LanguageModel } from "@fewshot/ml-core";

/** The likeliest token at each position of a text, shape [n] each. */
export interface Guesses {
  /** With the text on the left, as in training. */
  forced: readonly number[];
  /** With its own words on the left, after the text's first token. */
  own: readonly number[];
}

/**
 * Lets a model fill in every position of a text, both ways. The text is read after an end token, as in training.
 *
 * @param ids - At least one, and fewer than the model's context.
 * @throws The signal's reason (as a rejection) if cancelled.
 */
export async function guessAlong(
  model: LanguageModel,
  ids: readonly number[],
  signal?: CancelSignal,
): Promise<Guesses> {
  const forced = await walk(model, ids, { isForced: true, signal });
  return { forced, own: await walk(model, ids, { isForced: false, signal }) };
}

async function walk(
  model: LanguageModel,
  ids: readonly number[],
  { isForced, signal }: { isForced: boolean; signal: CancelSignal | undefined },
): Promise<number[]> {
  const written: number[] = [];
  let at = await model.prefill([model.endOfTextId, ...ids.slice(0, 1)], signal);
  try {
    for (const next of [...ids.slice(1), null]) {
      const likeliest = at.logits.indexOf(Math.max(...at.logits));
      written.push(likeliest);
      if (next === null) break;
      const longer = await at.append(isForced ? next : likeliest, signal);
      at.dispose();
      at = longer;
    }
  } finally {
    at.dispose();
  }
  return written;
}
