import { createTokenizer } from "@fewshot/ml-core";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import { gpt2ConfigSchema } from "../gpt2-config.ts";
import { gpt2Shapes, selectWeights } from "./gpt2-weights.ts";
import type { SafeTensor } from "./safetensors.ts";
import { SafetensorsError, readSafetensors } from "./safetensors.ts";
import { specialTokensOf } from "./special-tokens.ts";

/** A folder that does not hold a model we can run; the message is one sentence that says why. */
export class ModelRefusedError extends Error {
  override readonly name = "ModelRefusedError";
}

export interface HuggingFaceConfig {
  config: CompleteGpt2Config;
  parameters: number;
}

/** What one browser tab can give: the weights as float32, with some room for the file they came in. */
const MOST_WEIGHT_BYTES = 2 ** 31;

/**
 * Reads a `config.json`.
 *
 * @throws ModelRefusedError if it is of another architecture, of a GPT-2 that we would compute wrongly, or too large.
 */
export function readConfig(text: string): HuggingFaceConfig {
  const raw = parseObject(text, "config.json");
  if (raw["model_type"] !== "gpt2") {
    refuse(
      `config.json is of the architecture ${JSON.stringify(raw["model_type"] ?? null)}, and only "gpt2" can be run`,
    );
  }
  if (raw["add_cross_attention"] === true) refuse("config.json adds cross-attention, which GPT-2 alone does not have");
  const parsed = gpt2ConfigSchema.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) =>
      path.length ? `${path.join(".")}: ${message}` : message,
    );
    refuse(`config.json is not of a GPT-2 that can be run here: ${problems.join("; ")}`);
  }
  const config = parsed.data;
  const { eos_token_id: end, vocab_size: tokens } = config;
  if (end !== undefined && end >= tokens)
    refuse(`config.json ends texts with token ${end}, but has only ${tokens} tokens`);
  return { config, parameters: countParameters(config) };
}

/** By multiplying out, not by listing: a hostile number of layers must not fill the memory. */
function countParameters(config: CompleteGpt2Config): number {
  const sizeOf = (layers: number): number =>
    [...gpt2Shapes({ ...config, n_layer: layers }).values()].reduce(
      (sum, dims) => sum + dims.reduce((a, b) => a * b),
      0,
    );
  const [none, one] = [sizeOf(0), sizeOf(1)];
  const parameters = none + config.n_layer * (one - none);
  if (4 * parameters > MOST_WEIGHT_BYTES) {
    const gib = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);
    refuse(
      `The model has ${parameters} parameters, which would take ${gib(4 * parameters)} GiB in a browser, and ` +
        `${gib(MOST_WEIGHT_BYTES)} GiB is the most`,
    );
  }
  return parameters;
}

/**
 * Checks a `model.safetensors` against its configuration; the tensors' values are not looked at.
 *
 * @throws ModelRefusedError if the file is broken, lacks a tensor, has one of another shape, or has a head of its own.
 */
export function checkWeights(file: Uint8Array, config: CompleteGpt2Config): void {
  try {
    const tensors = readSafetensors(file);
    selectWeights(tensors, config);
    checkHead(tensors);
  } catch (error) {
    if (error instanceof SafetensorsError) refuse(`model.safetensors is ${startSmall(error.message)}`);
    if (error instanceof TypeError) refuse(`model.safetensors does not fit config.json: ${startSmall(error.message)}`);
    throw error;
  }
}

/** Some files carry the tied head a second time; one that differs is a head of its own, which we would leave out. */
function checkHead(tensors: ReadonlyMap<string, SafeTensor>): void {
  const head = tensors.get("lm_head.weight");
  const embedding = tensors.get("transformer.wte.weight") ?? tensors.get("wte.weight");
  if (!head || !embedding) return;
  const isTied = head.dtype === embedding.dtype && Buffer.compare(head.bytes, embedding.bytes) === 0;
  if (!isTied) refuse("model.safetensors has an lm_head.weight that is not wte.weight, and only tied heads can be run");
}

/**
 * Checks that tokenizer and model number the same tokens.
 *
 * @param vocab - The text of `vocab.json`; without one, the end of text is the only special token.
 * @returns The special tokens, in the order of their ids.
 * @throws ModelRefusedError
 */
export function readTokenizer(
  { merges, vocab }: { merges: string; vocab?: string | undefined },
  { vocab_size: expected }: CompleteGpt2Config,
): string[] {
  const made = tokensOf(merges);
  const special = vocab === undefined ? ["<|endoftext|>"] : specialTokensOf(parseObject(vocab, "vocab.json"), merges);
  if (typeof special === "string") refuse(special);
  const total = made + special.length;
  if (total !== expected) {
    refuse(
      `config.json has ${expected} tokens, but merges.txt makes ${made} and the special tokens are ${special.length}`,
    );
  }
  return special;
}

/** Tokens that the merges make, the 256 bytes among them. */
function tokensOf(merges: string): number {
  try {
    return createTokenizer({ merges, specialTokens: [] }).vocabSize;
  } catch (error) {
    if (error instanceof SyntaxError) refuse(`merges.txt is not a list of BPE merges: ${error.message}`);
    throw error;
  }
}

function parseObject(text: string, file: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    refuse(`${file} is not JSON`);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) refuse(`${file} is not a JSON object`);
  return parsed as Record<string, unknown>;
}

function startSmall(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** @throws ModelRefusedError always; the reason gets its full stop here. */
export function refuse(reason: string): never {
  throw new ModelRefusedError(`${reason.replace(/\.$/, "")}.`);
}
