import * as z from "zod/mini";
import { gpt2ConfigSchema } from "./gpt2-config.ts";
import { LmError } from "./lm-error.ts";

const positive = z.int().check(z.positive());

/** A path below the manifest's folder; no scheme, no leading slash and no `..`, so a manifest cannot point elsewhere. */
const relativePath = z.string().check(z.regex(/^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/));

const pieceSchema = z.strictObject({
  url: relativePath,
  bytes: positive,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** One fetched file; `sha256` in lower-case hex is of the whole file. */
export type Piece = z.output<typeof pieceSchema>;

const fileSchema = z
  .strictObject({ bytes: positive, chunkBytes: positive, chunks: z.array(pieceSchema).check(z.minLength(1)) })
  .check(
    z.refine(({ bytes, chunks }) => chunks.reduce((sum, chunk) => sum + chunk.bytes, 0) === bytes, {
      error: "the chunks' bytes do not add up to the file's",
    }),
    z.refine(({ chunkBytes, chunks }) => chunks.every(({ bytes }) => bytes <= chunkBytes), {
      error: "a chunk has more than chunkBytes bytes",
    }),
    z.refine(({ chunkBytes, chunks }) => chunks.slice(0, -1).every(({ bytes }) => bytes === chunkBytes), {
      error: "every chunk but the last has chunkBytes bytes",
    }),
  );

/** What `npm run build` writes beside a model's files, and all that a browser needs to know before fetching them. */
const manifestSchema = z.strictObject({
  format: z.literal(1),
  name: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** First 16 hex digits of the SHA-256 over graph and merges: names these exact weights and this exact tokenizer. */
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  config: gpt2ConfigSchema,
  tokenizer: z.strictObject({
    kind: z.enum(["fewshot", "gpt2"]),
    merges: pieceSchema,
    specialTokens: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  }),
  files: z.strictObject({ decode: fileSchema }),
  /** The model card: data, licence, training, evaluation; written by training, shown as it is. */
  card: z.record(z.string(), z.json()),
});

export type Manifest = z.output<typeof manifestSchema>;

/**
 * Checks what came from the network.
 *
 * @throws LmError `corrupt`, naming each wrong part.
 */
export function parseManifest(raw: unknown): Manifest {
  const parsed = manifestSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".") || "manifest"}: ${issue.message}`);
  throw new LmError("corrupt", `The model's manifest is malformed. ${problems.join("; ")}`);
}
