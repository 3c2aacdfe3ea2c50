import { byteOfId, idOfStandIn } from "./byte-alphabet.ts";
import { MinHeap } from "./min-heap.ts";

/** A byte-level BPE vocabulary: what each token's bytes are, and which pairs of tokens join, best first. */
export interface MergeTable {
  /** Bytes by token id: 256 single bytes, then what each merge made. */
  bytes: Uint8Array[];
  /** Rank of a pair, under `pairKey`; 0 merges first. */
  rankOfPair: ReadonlyMap<number, number>;
  /** Token id that the merge of each rank makes. */
  idOfRank: readonly number[];
}

const PAIR_SHIFT = 2 ** 22;
const POSITION_SHIFT = 2 ** 26;

/**
 * Reads the text of a `merges.txt`: an optional `#version` line, then one pair of tokens a line, best first.
 *
 * Ids follow from the merges alone: the 256 bytes in GPT-2's order, then each new token in the order of its merge. A
 * merge whose result exists already adds no id, as in Hugging Face tokenizers.
 *
 * @throws SyntaxError naming the line if it is not a pair of tokens that are known at that point.
 */
export function parseMerges(text: string): MergeTable {
  const idOfToken = new Map(idOfStandIn);
  const bytes = byteOfId.map((byte) => Uint8Array.of(byte));
  const rankOfPair = new Map<number, number>();
  const idOfRank: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || (index === 0 && line.startsWith("#version"))) continue;
    const [left, right] = readPair(line, idOfToken) ?? fail(index, line);
    const token = line.replace(" ", "");
    const id = idOfToken.get(token) ?? bytes.push(Uint8Array.of(...bytes[left]!, ...bytes[right]!)) - 1;
    idOfToken.set(token, id);
    if (rankOfPair.has(pairKey(left, right))) fail(index, line);
    rankOfPair.set(pairKey(left, right), idOfRank.push(id) - 1);
  }
  return { bytes, rankOfPair, idOfRank };
}

function readPair(line: string, idOfToken: ReadonlyMap<string, number>): [number, number] | null {
  const [left, right, ...more] = line.split(" ").map((token) => idOfToken.get(token));
  return left === undefined || right === undefined || more.length > 0 ? null : [left, right];
}

function fail(index: number, line: string): never {
  throw new SyntaxError(`line ${index + 1} of the merges is not a new pair of known tokens: ${JSON.stringify(line)}`);
}

function pairKey(left: number, right: number): number {
  return left * PAIR_SHIFT + right;
}

/**
 * Splits one pre-token into tokens: starting from its bytes, joins the neighbours whose merge ranks best, leftmost
 * first, until none can be joined. O(n log n) in the number of bytes, so a long run of one letter is no trap.
 *
 * @param ids - Token ids of the single bytes, at least one. Not modified.
 * @returns Token ids whose bytes, joined, are the pre-token's.
 * @see Sennrich et al., 2016, arXiv:1508.07909
 */
export function mergeTokens(ids: readonly number[], { rankOfPair, idOfRank }: MergeTable): number[] {
  const END = ids.length;
  const tokens = [...ids];
  const next = Array.from(ids, (_, at) => at + 1);
  const previous = Array.from(ids, (_, at) => at - 1);
  const rankAt = (at: number) => rankOfPair.get(pairKey(tokens[at]!, tokens[next[at]!] ?? Number.NaN));
  // A queued merge is stale once one of its tokens has changed; it is then recognised by its rank.
  const queue = new MinHeap();
  const enqueue = (at: number) => {
    const rank = rankAt(at);
    if (rank !== undefined) queue.push(rank * POSITION_SHIFT + at);
  };

  for (let at = 0; at < END; at++) enqueue(at);
  for (let merge = queue.pop(); merge !== undefined; merge = queue.pop()) {
    const at = merge % POSITION_SHIFT;
    const rank = (merge - at) / POSITION_SHIFT;
    if (rankAt(at) !== rank) continue;
    const joined = next[at]!;
    tokens[at] = idOfRank[rank]!;
    tokens[joined] = Number.NaN; // no longer a token, so it has no rank
    next[at] = next[joined]!;
    if (next[at]! < END) previous[next[at]!] = at;
    enqueue(at);
    if (previous[at]! >= 0) enqueue(previous[at]!);
  }
  return tokens.filter((token) => !Number.isNaN(token));
}
