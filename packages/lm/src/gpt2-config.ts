import * as z from "zod/mini";

const size = z.int().check(z.positive());

/**
 * The part of a Hugging Face GPT-2 `config.json` that decides the graph, under its own key names; other keys are
 * dropped. A variant of GPT-2 that this package would compute wrongly (another activation, an untied head, other
 * scaling of attention) is refused rather than approximated.
 */
export const gpt2ConfigSchema = z
  .object({
    n_layer: size,
    n_head: size,
    n_embd: size,
    n_positions: size,
    vocab_size: size,
    n_inner: z.nullish(size),
    layer_norm_epsilon: z._default(z.number().check(z.positive()), 1e-5),
    // Two names for the tanh form of GELU, the one GPT-2 was trained with.
    activation_function: z._default(z.enum(["gelu_new", "gelu_pytorch_tanh"]), "gelu_new"),
    tie_word_embeddings: z._default(z.literal(true), true),
    scale_attn_weights: z._default(z.literal(true), true),
    scale_attn_by_inverse_layer_idx: z._default(z.literal(false), false),
    eos_token_id: z.optional(z.int().check(z.nonnegative())),
  })
  .check(z.refine((config) => config.n_embd % config.n_head === 0, { error: "n_embd must be a multiple of n_head" }));

/** What a caller writes: the sizes; the rest has GPT-2's defaults. */
export type Gpt2Config = z.input<typeof gpt2ConfigSchema>;

/** The same with every default filled in. */
export type CompleteGpt2Config = z.output<typeof gpt2ConfigSchema>;

/**
 * Checks a configuration and fills GPT-2's defaults in.
 *
 * @throws TypeError naming each key that is missing, malformed or not computed by this package.
 */
export function parseGpt2Config(raw: unknown): CompleteGpt2Config {
  const parsed = gpt2ConfigSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".") || "config"}: ${issue.message}`);
  throw new TypeError(`This is not a GPT-2 configuration we can run. ${problems.join("; ")}`);
}
