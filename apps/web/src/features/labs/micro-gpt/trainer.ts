import {
  characterVocabulary,
  createBatcher,
  createMicroGpt,
  lossOf,
  mulberry32,
  parameterCount,
  plainSampling,
  sampleFrom,
  trainStep,
  weightsOf,
  type Batch,
  type MicroGpt,
  type MicroGptConfig,
  type Vocabulary,
} from "@fewshot/ml-core";
import { sha256 } from "@fewshot/lm";
import { bytesOf } from "../fingerprint/hash-of.ts";

export const sizes = ["small", "medium", "large"] as const;
export type Size = (typeof sizes)[number];

/** Tokens, here characters, of one piece of a batch; also the most that the model reads. */
export const contextLength = 32;
const batchSize = 8;
const learningRate = 3e-3;

const shapes: Readonly<Record<Size, Pick<MicroGptConfig, "layers" | "heads" | "dModel">>> = {
  small: { layers: 1, heads: 2, dModel: 16 },
  medium: { layers: 2, heads: 4, dModel: 32 },
  large: { layers: 3, heads: 4, dModel: 64 },
};

/** Parameters of a model of this size that reads this many different characters. */
export function parametersOf(size: Size, vocabSize: number): number {
  return parameterCount({ ...shapes[size], vocabSize, contextLength });
}

export interface TrainerSetup {
  /** All characters that the model is to know. */
  alphabet: string;
  size: Size;
  /** Decides the first weights, the batches and the draws. */
  seed: number;
}

/** A micro-GPT over characters with what it takes to train it. */
export class Trainer {
  readonly #model: MicroGpt;
  readonly #vocabulary: Vocabulary;
  readonly #random: () => number;
  #text = "";
  #nextBatch: () => Batch = () => {
    throw new Error("no text to learn from");
  };

  constructor({ alphabet, size, seed }: TrainerSetup) {
    this.#vocabulary = characterVocabulary(alphabet);
    this.#random = mulberry32(seed);
    const config = { ...shapes[size], vocabSize: this.#vocabulary.size, contextLength };
    this.#model = createMicroGpt(config, this.#random);
  }

  get parameters(): number {
    return this.#model.parameterCount;
  }

  /** One AdamW step on a batch of a text. @returns The loss before it, in nats a character. */
  step(text: string): number {
    if (text !== this.#text) {
      const ids = this.#vocabulary.encode(text);
      this.#nextBatch = createBatcher(ids, { batchSize, length: contextLength, random: this.#random });
      this.#text = text;
    }
    return trainStep(this.#model, this.#nextBatch(), { learningRate });
  }

  /** Continues a prompt by so many characters, drawn at temperature 0.7. */
  write(prompt: string, count: number): string {
    const settings = { ...plainSampling, temperature: 0.7 };
    const ids = sampleFrom(this.#model, this.#vocabulary.encode(prompt), { count, settings, random: this.#random });
    return this.#vocabulary.decode(ids);
  }

  /** Mean loss over a whole text, cut in pieces one after another, without learning from it. */
  measure(text: string): number {
    const ids = this.#vocabulary.encode(text);
    const pieces = Math.floor((ids.length - 1) / contextLength);
    const losses = Array.from({ length: pieces }, (_, piece) => {
      const start = piece * contextLength;
      const inputs = Int32Array.from(ids.slice(start, start + contextLength));
      const targets = Int32Array.from(ids.slice(start + 1, start + contextLength + 1));
      return lossOf(this.#model, { batchSize: 1, length: contextLength, inputs, targets });
    });
    return losses.reduce((sum, loss) => sum + loss, 0) / pieces;
  }

  /** SHA-256 of every weight's bytes. */
  hash(): Promise<string> {
    return sha256(bytesOf(weightsOf(this.#model).map(({ data }) => data)));
  }
}
