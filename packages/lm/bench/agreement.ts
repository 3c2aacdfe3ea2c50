import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "./browser.ts";
import type { Entry, Mounts } from "./contestants.ts";
import { openContestant } from "./contestants.ts";
import type { ModelName, PreparedModel } from "./models.ts";
import { PACKAGE } from "./paths.ts";
import type { Plan } from "./plan.ts";
import type { Agreement } from "./results.ts";

/**
 * Lets both engines continue the same prompts with the likeliest token.
 *
 * @throws If theirs, with the same float32 weights, does not give the tokens that ours gives: then a comparison of
 *   speed would say nothing.
 */
export async function agree(
  browser: Browser,
  mounts: Mounts,
  { name, model, plan, prompt }: { name: ModelName; model: PreparedModel; plan: Plan; prompt: (n: number) => number[] },
): Promise<Agreement> {
  const { prompts: wanted, tokens } = plan.agreement;
  const texts = name === "story" ? storyPrompts(model, wanted) : [];
  const prompts = texts.length > 0 ? texts : Array.from({ length: wanted }, () => prompt(24));
  const run = async (entry: Entry): Promise<number[][]> => {
    const contestant = await openContestant(browser, mounts, entry);
    const out: number[][] = [];
    for (const ids of prompts) out.push(await contestant.greedy(ids, tokens));
    await contestant.close();
    return out;
  };
  const load = { model: model.folder };
  const own = await run({ name: "ours", page: "ours", load });
  const same: Agreement["same"] = [];
  for (const dtype of model.dtypes) {
    const theirs = await run({ name: "transformers.js", page: "theirs", load: { ...load, dtype } });
    const lengths = theirs.map((ids, i) => commonLength(ids, own[i] ?? []));
    const whole = lengths.filter((length) => length === tokens).length;
    same.push({ engine: dtype, prompts: whole, tokens: lengths.reduce((total, length) => total + length, 0) });
    if (dtype === "fp32" && whole < prompts.length) {
      throw new Error(`transformers.js gives other tokens on ${prompts.length - whole} of ${prompts.length} prompts`);
    }
  }
  return { prompts: prompts.length, tokens, same };
}

/** Prompts of the golden files, spread over both languages. */
function storyPrompts({ config }: PreparedModel, wanted: number): number[][] {
  const path = join(PACKAGE, "training", "golden", "greedy.json");
  if (!existsSync(path)) return [];
  const { cases } = JSON.parse(readFileSync(path, "utf8")) as { cases: { prompt_ids: number[] }[] };
  const all = cases.map(({ prompt_ids: ids }) => ids).filter((ids) => ids.every((id) => id < config.vocab_size));
  const stride = Math.max(1, Math.floor(all.length / wanted));
  return all.filter((_, i) => i % stride === 0).slice(0, wanted);
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((id, i) => id !== b[i]);
  return at < 0 ? a.length : at;
}
