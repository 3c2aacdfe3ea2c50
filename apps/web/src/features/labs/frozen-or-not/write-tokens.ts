import { drawToken, nextTokenDistribution, plainSampling, type LanguageModel } from "@fewshot/ml-core";

export interface WriteOptions {
  /** 1 to `contextLength` ids. */
  promptIds: readonly number[];
  /** How many tokens to write. */
  count: number;
  temperature: number;
  /** Uniform on [0, 1). */
  random: () => number;
  /** Called with each text as it grows: the ids of the newest, and how many tokens have been written in all. */
  onToken: (ids: readonly number[], written: number) => void;
}

/**
 * Has a model write exactly `count` tokens. Where a text ends, or the context is full, it begins again from the prompt.
 *
 * @throws What the model rejects with.
 */
export async function writeTokens(model: LanguageModel, options: WriteOptions): Promise<void> {
  const { promptIds, count, random } = options;
  const settings = { ...plainSampling, temperature: options.temperature };
  let sequence = await model.prefill(promptIds);
  for (let written = 1; written <= count; written++) {
    const candidates = nextTokenDistribution(sequence.logits, settings, sequence.ids);
    const id = drawToken(candidates, settings.temperature === 0 ? 0 : random());
    options.onToken([...sequence.ids, id].slice(1), written);
    const isOver = id === model.endOfTextId || sequence.ids.length + 1 >= model.contextLength;
    const next = isOver ? await model.prefill(promptIds) : await sequence.append(id);
    sequence.dispose();
    sequence = next;
  }
  sequence.dispose();
}
