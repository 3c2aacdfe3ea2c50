import { createTokenizer, type Tokenizer, type TokenizerKind } from "@fewshot/ml-core";
import { LmError } from "./lm-error.ts";

/** The part of a manifest that its tokenizer follows from. */
interface Listed {
  tokenizer: { kind: TokenizerKind; merges: { url: string }; specialTokens: string[] };
}

/**
 * Fetches a model's tokenizer without its weights: some fifty kilobytes.
 *
 * @param options - `manifestUrl` as for `loadModel`.
 * @throws LmError `network` if a file cannot be fetched, `corrupt` if it is not what it should be.
 */
export async function loadTokenizer(options: { manifestUrl: string }): Promise<Tokenizer> {
  const base = (globalThis as { location?: Location }).location?.href;
  const manifestUrl = new URL(options.manifestUrl, base).href;
  const manifest = await fetchFile(manifestUrl);
  try {
    const { kind, merges, specialTokens } = ((await manifest.json()) as Listed).tokenizer;
    const file = await fetchFile(new URL(merges.url, manifestUrl).href);
    return createTokenizer({ merges: await file.text(), specialTokens, kind });
  } catch (error) {
    if (error instanceof LmError) throw error;
    throw new LmError("corrupt", `${manifestUrl} leads to no tokenizer: ${String(error)}`, { cause: error });
  }
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new LmError("network", `${url} could not be fetched: ${String(error)}`, { cause: error });
  });
  if (!response.ok) throw new LmError("network", `${url} answered ${response.status}`);
  return response;
}
