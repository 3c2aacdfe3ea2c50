import {
  answerAll,
  createTokenizer,
  drawQuestions,
  parseTask,
  rules,
  unseenCompositions,
  wilsonInterval,
  type Answering,
} from "@fewshot/ml-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createLanguageModel } from "./create-language-model.ts";
import { createEngine } from "./engine.ts";
import { exportOnnx } from "./export/index.ts";
import { parseGpt2Config } from "./gpt2-config.ts";
import { pauseInNode } from "./testing/channel-worker.ts";
import { readBytes, readJson } from "./testing/fixtures.ts";
import { nodeRuntime } from "./testing/node-runtime.ts";

interface Cell {
  model: string;
  regime: string;
  description: boolean;
  k: number;
  items: number;
  right: number;
}

/** The checked-in table of the family, measured in PyTorch on 1,000 to 3,000 questions a cell. */
const table = readJson<{ cells: Cell[]; shuffled: Cell[] }>("training", "runs", "incontext", "table.json");
const tasks = {
  primitives: Object.keys(rules).map(parseTask),
  "unseen compositions": unseenCompositions.map(parseTask),
};
const QUESTIONS = 62;
/** Three standard errors: a fixed seed that fell outside would be one in 370. */
const SIGMAS = 3;

/** What the lab does in the browser, in Node: questions drawn in TypeScript, answered by the shipped weights. */
describe.each(["icl-1", "icl-5"])("%s, measured as the lab measures", (name) => {
  let model: Answering;
  beforeAll(async () => {
    const config = parseGpt2Config(readJson<Record<string, unknown>>("models", name, "config.json"));
    const onnx = exportOnnx(readBytes("models", name, "model.safetensors"), config, "decode");
    const { backend } = await (await nodeRuntime()).open({ model: onnx, config });
    const sizes = {
      vocabSize: config.vocab_size,
      contextLength: config.n_positions,
      endOfTextId: config.eos_token_id!,
    };
    const merges = new TextDecoder().decode(readBytes("models", name, "merges.txt"));
    const tokenizer = createTokenizer({ merges, kind: "fewshot" });
    model = Object.assign(createLanguageModel(createEngine(backend, pauseInNode), sizes), { tokenizer });
  });

  it.each([
    { regime: "primitives" as const, k: 0, shuffled: false },
    { regime: "primitives" as const, k: 8, shuffled: false },
    { regime: "unseen compositions" as const, k: 8, shuffled: false },
    { regime: "primitives" as const, k: 8, shuffled: true },
  ])("falls into the band of $regime at K = $k, shuffled: $shuffled", async ({ regime, k, shuffled }) => {
    const cells = shuffled ? table.shuffled : table.cells;
    const band = cells.find(
      (cell) => cell.model === name && cell.regime === regime && !cell.description && cell.k === k,
    )!;
    const exam = { tasks: tasks[regime], examples: k, described: false, symbols: "unseen" as const, shuffled, seed: 1 };
    const questions = drawQuestions(exam, QUESTIONS);
    const answers = await answerAll(model, questions);
    const right = answers.filter((answer, i) => answer === questions[i]!.wanted).length;
    const live = wilsonInterval(right, QUESTIONS, SIGMAS);
    const known = wilsonInterval(band.right, band.items);
    expect(live.low).toBeLessThan(known.high);
    expect(live.high).toBeGreaterThan(known.low);
  });
});
