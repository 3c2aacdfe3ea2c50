import type { Browser } from "./browser.ts";
import type { Contestant, Entry, Mounts } from "./contestants.ts";
import { openContestant } from "./contestants.ts";
import type { BenchGlobal } from "./contract.ts";
import { watched } from "./load-watch.ts";
import type { PreparedModel } from "./models.ts";
import { DROPPED, type Plan } from "./plan.ts";
import type { Burst, Decoding, Turn } from "./results.ts";
import { median, quantile, sum } from "./statistics.ts";

/** A text to continue, and how far: the first measured token has `length` tokens before it. */
interface Text {
  length: number;
  ids: number[];
  count: number;
}

/** All contestants stay open; in each round they take turns there and back again (A B C C B A). */
export async function decodeRounds(
  browser: Browser,
  mounts: Mounts,
  { model, plan, prompt, entries, keep }: Parts,
): Promise<Decoding> {
  const { n_positions: context } = model.config;
  const texts = plan.lengths.map((length) => ({
    length,
    ids: prompt(length - DROPPED),
    count: DROPPED + Math.min(plan.tokens, context - length),
  }));
  const ours = await openContestant(browser, mounts, { name: "ours", page: "ours", load: { model: model.folder } });
  // On the same page, so that it needs no memory of its own.
  const loop: Contestant = { ...ours, name: "ours, tokens chosen in the worker", isLoop: true };
  const contestants = [ours, loop];
  for (const entry of entries) contestants.push(await openContestant(browser, mounts, entry));
  // Once without counting: each reads its texts, which takes long and is not what is measured.
  for (const contestant of contestants) {
    for (const { ids } of texts) await contestant.decode(ids, DROPPED);
  }
  await ours.page.evaluate(() => ((globalThis as unknown as BenchGlobal).longestTaskMs = 0));
  const engines = Object.fromEntries(contestants.map(({ name, engine }) => [name, engine]));
  const decoding: Decoding = { engines, lengths: [...plan.lengths], rounds: [], longestTaskMs: 0 };
  for (let round = 0; round < plan.rounds; round++) {
    const { result, others } = await watched(browser, () => playRound(contestants, texts, plan.repeats));
    decoding.rounds.push({ bursts: result, others });
    decoding.longestTaskMs = await ours.page.evaluate(() => (globalThis as unknown as BenchGlobal).longestTaskMs);
    keep(decoding);
  }
  for (const { isLoop, close } of contestants) if (!isLoop) await close();
  return decoding;
}

interface Parts {
  model: PreparedModel;
  plan: Plan;
  prompt: (length: number) => number[];
  /** Besides ours. */
  entries: readonly Entry[];
  /** Called after each round, so that an interrupted run has what it measured. */
  keep: (decoding: Decoding) => void;
}

async function playRound(
  contestants: readonly Contestant[],
  texts: readonly Text[],
  repeats: number,
): Promise<Burst[]> {
  const bursts: Burst[] = [];
  for (const text of texts) {
    const there: Turn[] = [];
    const back: Turn[] = [];
    for (const contestant of contestants) there.push(await takeTurn(contestant, text, repeats));
    for (const contestant of contestants.toReversed()) back.unshift(await takeTurn(contestant, text, repeats));
    for (const [index, { name }] of contestants.entries()) {
      const [first, second] = [there[index], back[index]];
      if (first && second) bursts.push({ contestant: name, length: text.length, turns: [first, second] });
    }
  }
  return bursts;
}

async function takeTurn(contestant: Contestant, text: Text, repeats: number): Promise<Turn> {
  const times: number[] = [];
  if (contestant.isLoop) {
    const tokens = text.count - DROPPED;
    for (let i = 0; i < repeats; i++) times.push(await contestant.loop(text.ids, tokens));
    return { tokens: tokens * repeats, totalMs: sum(times) };
  }
  for (let i = 0; i < repeats; i++) {
    const all = await contestant.decode(text.ids, text.count);
    times.push(...all.slice(DROPPED));
  }
  return { tokens: times.length, totalMs: sum(times), medianMs: median(times), p95Ms: quantile(times, 0.95) };
}
