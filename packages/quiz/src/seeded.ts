/**
 * Uniform numbers in [0, 1) that depend on the seed alone: FNV-1a over UTF-16 units, then mulberry32.
 * The engine has its own because it may import nothing; the draws need no cryptographic strength.
 */
export function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A new order of `things` that depends on their ids and the seed, never on the order they came in:
 * authors tend to write the right answer first, and that must not show.
 */
export function shuffle<Thing extends { id: string }>(things: readonly Thing[], seed: string): Thing[] {
  const shuffled = [...things].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const random = seededRandom(`order|${seed}|${shuffled.map((thing) => thing.id).join("|")}`);
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[pick]] = [shuffled[pick] as Thing, shuffled[last] as Thing];
  }
  return shuffled;
}
