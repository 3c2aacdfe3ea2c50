import type { Browser } from "./browser.ts";
import type { Mounts } from "./contestants.ts";
import { openContestant } from "./contestants.ts";
import { watched } from "./load-watch.ts";
import type { PreparedModel } from "./models.ts";
import { DROPPED, type Plan } from "./plan.ts";
import type { Setting, Sweep, SweepRow } from "./results.ts";
import { median, sum } from "./statistics.ts";

const THREADS = [1, 2] as const;
const TURNS = 2;

/**
 * Looks for the fastest setting of transformers.js: weights by number of threads, and then, with the fastest of those,
 * ONNX Runtime's plain build in place of the one it takes by itself.
 */
export async function sweep(
  browser: Browser,
  mounts: Mounts,
  { model, plan, prompt }: { model: PreparedModel; plan: Plan; prompt: (length: number) => number[] },
): Promise<Sweep> {
  const texts = plan.sweepLengths.map((length) => prompt(length - DROPPED));
  const measure = async (setting: Setting): Promise<SweepRow> => {
    const entry = { name: "transformers.js", page: "theirs", load: { model: model.folder, ...setting } } as const;
    try {
      const contestant = await openContestant(browser, mounts, entry);
      const tokensPerSecond: Record<number, number> = {};
      for (const ids of texts) {
        const rates: number[] = [];
        for (let turn = 0; turn < TURNS; turn++) {
          const times = (await contestant.decode(ids, DROPPED + plan.tokens)).slice(DROPPED);
          rates.push((1000 * times.length) / sum(times));
        }
        tokensPerSecond[ids.length + DROPPED] = median(rates);
      }
      await contestant.close();
      return { setting, tokensPerSecond };
    } catch (error) {
      return { setting, tokensPerSecond: {}, failure: String(error).split("\n")[0] ?? "" };
    }
  };
  const { result, others } = await watched(browser, async () => {
    const rows: SweepRow[] = [];
    for (const dtype of model.dtypes) {
      for (const threads of THREADS) rows.push(await measure({ dtype, threads }));
    }
    rows.push(await measure({ ...fastest(rows), build: "plain" }));
    return rows;
  });
  return { rows: result, best: fastest(result), others };
}

/** By the geometric mean over the lengths. */
function fastest(rows: readonly SweepRow[]): Setting {
  const score = ({ tokensPerSecond }: SweepRow): number =>
    sum(Object.values(tokensPerSecond).map((rate) => Math.log(rate))) || Number.NEGATIVE_INFINITY;
  return rows.reduce((best, row) => (score(row) > score(best) ? row : best)).setting;
}
