import type { Sequence } from "@fewshot/ml-core";
import type { LoadedModel } from "../../src/load-model.ts";
import { loadModel } from "../../src/load-model.ts";
import type { Engine } from "../contract.ts";
import { expose } from "./expose.ts";

/** As the product does it: the model in its worker, the choice of the token in the page, from all logits. */
let model: LoadedModel;

/** Prompts that were read in order to decode from them, so that each is read once. */
const known = new Map<string, Sequence>();

function likeliest({ logits }: Sequence): number {
  let best = 0;
  for (let id = 1; id < logits.length; id++) if ((logits[id] ?? 0) > (logits[best] ?? 0)) best = id;
  return best;
}

async function step(sequence: Sequence): Promise<Sequence> {
  const next = await sequence.append(likeliest(sequence));
  sequence.dispose();
  return next;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const ours: Engine = {
  load: async ({ model: name, without }) => {
    model = await loadModel({ manifestUrl: `/ours/${name}/manifest.json`, ...(without && { without }) });
    const { backend, threads } = model.engine;
    return `${backend}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
  },
  greedy: async (ids, count) => {
    const out: number[] = [];
    let sequence = await model.prefill(ids);
    for (let i = 0; i < count; i++) {
      out.push(likeliest(sequence));
      if (i < count - 1) sequence = await step(sequence);
    }
    sequence.dispose();
    return out;
  },
  read: (ids) => timed(async () => likeliest(await readAndDrop(ids))),
  decode: async (ids, count) => {
    const key = ids.join();
    const prompt = known.get(key) ?? (await model.prefill(ids));
    known.set(key, prompt);
    let sequence = prompt.fork();
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      times.push(await timed(async () => (sequence = await step(sequence))));
    }
    sequence.dispose();
    return times;
  },
  loop: async (ids, count) => {
    const [first = []] = await model.complete([ids], { maxTokens: 8 });
    return timed(() => model.complete([[...ids, ...first]], { maxTokens: count }));
  },
  extend: async (ids, id) => {
    const shown = await model.prefill(ids);
    const ms = await timed(async () => likeliest(await readAndDrop([...ids, id])));
    shown.dispose();
    return ms;
  },
};

async function readAndDrop(ids: readonly number[]): Promise<Sequence> {
  const sequence = await model.prefill(ids);
  sequence.dispose();
  return sequence;
}

expose(ours);
