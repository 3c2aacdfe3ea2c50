const BYTES = 256;

/** What special tokens look like: <|endoftext|>, <pad>, [SEP]. */
const SPECIAL = /^(<.+>|\[.+\])$/;

/**
 * The special tokens of a `vocab.json`, which are those after the bytes and the merges. Our tokenizer numbers tokens by
 * the merges alone, so the file must do the same: first the 256 bytes in GPT-2's order, then what each merge makes.
 *
 * @param vocab - The parsed file: ids by token, in GPT-2's printable alphabet.
 * @param merges - The text of a `merges.txt` that could be read.
 * @returns The tokens in the order of their ids, or what is wrong with the file.
 */
export function specialTokensOf(vocab: Readonly<Record<string, unknown>>, merges: string): string[] | string {
  const tokens = inOrder(vocab);
  if (typeof tokens === "string") return tokens;
  if (!areBytes(tokens.slice(0, BYTES))) return "vocab.json does not start with the 256 bytes in GPT-2's order";
  const merged = mergedTokens(merges);
  const differing = merged.findIndex((token, index) => tokens[BYTES + index] !== token);
  if (differing >= 0) {
    const [expected, found] = [merged[differing], tokens[BYTES + differing]].map((token) => JSON.stringify(token));
    return `vocab.json has ${found ?? "nothing"} as token ${BYTES + differing}, where merges.txt makes ${expected ?? ""}`;
  }
  const special = tokens.slice(BYTES + merged.length);
  const plain = special.find((token) => !SPECIAL.test(token));
  return plain === undefined
    ? special
    : `vocab.json has ${JSON.stringify(plain)}, which merges.txt does not make, so merges.txt may have been cut off`;
}

/** The tokens by id, or what is wrong with the ids. */
function inOrder(vocab: Readonly<Record<string, unknown>>): string[] | string {
  const tokens: string[] = [];
  const entries = Object.entries(vocab);
  for (const [token, id] of entries) {
    const isFree = typeof id === "number" && Number.isInteger(id) && id >= 0 && tokens[id] === undefined;
    if (!isFree || id >= entries.length) {
      return `vocab.json does not number its ${entries.length} tokens from 0: ${JSON.stringify(token)} is ${String(id)}`;
    }
    tokens[id] = token;
  }
  return tokens;
}

/** GPT-2's stand-ins for bytes are single characters in the order of their code points. */
function areBytes(tokens: readonly string[]): boolean {
  const codes = tokens.map((token) => (token.length === 1 ? token.charCodeAt(0) : -1));
  return codes.length === BYTES && codes.every((code, index) => code > (codes[index - 1] ?? 0));
}

/** What each merge makes, once. */
function mergedTokens(merges: string): string[] {
  const lines = merges
    .split(/\r?\n/)
    .filter((line, index) => line !== "" && !(index === 0 && line.startsWith("#version")));
  return [...new Set(lines.map((line) => line.replace(" ", "")))];
}
