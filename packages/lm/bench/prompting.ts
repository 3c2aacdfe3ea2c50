import type { Browser } from "./browser.ts";
import type { Contestant, Entry, Mounts } from "./contestants.ts";
import { openContestant } from "./contestants.ts";
import type { Neighbours } from "./load-watch.ts";
import { watched } from "./load-watch.ts";
import type { Plan } from "./plan.ts";
import type { Prompting } from "./results.ts";
import { median } from "./statistics.ts";

const REPEATS = 3;

/** Reading new prompts with a loaded engine, and adding one token to a prompt that was read. In turn, repeated. */
export async function readPrompts(
  browser: Browser,
  mounts: Mounts,
  { plan, prompt, entries }: { plan: Plan; prompt: (length: number) => number[]; entries: readonly Entry[] },
): Promise<{ rows: Prompting[]; others: Neighbours }> {
  const contestants: Contestant[] = [];
  for (const entry of entries) contestants.push(await openContestant(browser, mounts, entry));
  const { result, others } = await watched(browser, async () => {
    const rows: Prompting[] = [];
    for (const length of plan.promptLengths) rows.push(...(await readLength(contestants, length, prompt)));
    return rows;
  });
  for (const contestant of contestants) await contestant.close();
  return { rows: result, others };
}

async function readLength(
  contestants: readonly Contestant[],
  length: number,
  prompt: (length: number) => number[],
): Promise<Prompting[]> {
  const times = contestants.map(() => ({ read: [] as number[], extend: [] as number[] }));
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    for (const [index, contestant] of contestants.entries()) {
      const readMs = await contestant.read(prompt(length));
      const extendMs = await contestant.extend(prompt(length - 1), 1);
      // The first time counts for nobody: a shape that is new costs its first user more.
      if (repeat === 0) continue;
      times[index]?.read.push(readMs);
      times[index]?.extend.push(extendMs);
    }
  }
  return contestants.map(({ name }, index) => ({
    contestant: name,
    length,
    readMs: median(times[index]?.read ?? []),
    extendMs: median(times[index]?.extend ?? []),
  }));
}
