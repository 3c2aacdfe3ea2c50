import { expect, it } from "vitest";
import { writeReport } from "./report.ts";
import type { Burst, ContestantName, ModelResult, Results, Round } from "./results.ts";

const burst = (contestant: ContestantName, length: number, ms: number): Burst => {
  const turn = { tokens: 10, totalMs: 10 * ms, medianMs: ms, p95Ms: 1.2 * ms };
  return { contestant, length, turns: [turn, turn] };
};

const others = { cores: 0, loadBefore: 0.1, loadAfter: 0.2 };
const round = (theirsAt512: number): Round => ({
  bursts: [
    ...[burst("ours", 64, 20), burst("transformers.js", 64, 40)],
    ...[burst("ours", 512, 22), burst("transformers.js", 512, theirsAt512)],
  ],
  others,
});

function results(theirsAt512: number): Results {
  const large: ModelResult = {
    model: "random-124m",
    parameters: 123_500_000,
    contextLength: 1024,
    work: { 64: { bytes: 5e8, operations: 2.5e8 }, 512: { bytes: 5e8, operations: 2.5e8 } },
    decoding: {
      engines: { ours: "ort-handles, 1 thread", "transformers.js": "q8 by default, 1 thread" },
      lengths: [64, 512],
      rounds: [round(theirsAt512), round(theirsAt512), round(theirsAt512)],
      longestTaskMs: 0,
    },
    roofline: { rates: { 1: { bytesPerSecond: 5e10, operationsPerSecond: 5e10 } }, bufferBytes: 5e8 },
  };
  const environment = {
    ...{
      date: "2026-01-01 00:00",
      processor: "a processor",
      memoryGib: 8,
      system: "a system",
      chromium: "1",
      node: "20",
    },
    ...{ ours: "1.30.0", transformers: "4.3.1", theirRuntime: "1.31.0" },
  };
  return { environment, models: { "124m": large } };
}

it("says of each target whether it was met", () => {
  const report = writeReport(results(100), "");
  expect(report).toContain(
    "| 124M: decoding at T = 64, over its defaults | ≥ 1.5× | ≥ 3.0× | 2.00× | floor met, goal not |",
  );
  expect(report).toContain("| 124M: decoding at T = 512, over its defaults | ≥ 2.0× | ≥ 4.0× | 4.55× | met |");
  expect(writeReport(results(30), "")).toContain("| 1.36× | **missed** |");
});

it("shows the story model like for like as well: both choose their tokens where they compute", () => {
  const { environment, models } = results(100);
  const large = models["124m"]!;
  const loop = "ours, tokens chosen in the worker";
  const rounds = [1, 2, 3].map(() => ({
    bursts: [burst("ours", 64, 2), burst(loop, 64, 1), burst("transformers.js", 64, 3)],
    others,
  }));
  const engines = { ...large.decoding!.engines, [loop]: "ort-handles, 1 thread" };
  const story = { ...large, model: "story-x", decoding: { engines, lengths: [64], rounds, longestTaskMs: 0 } };
  const report = writeReport({ environment, models: { story } }, "");
  expect(report).toContain("| story: decoding at T = 64, over its defaults | ≥ 2.0× |  | 1.50× | **missed** |");
  expect(report).toContain(
    "| story: decoding at T = 64, over its defaults, both without messages | ≥ 2.0× |  | 3.00× | met |",
  );
});

it("sets the speed against the roofline, which is the smaller of both bounds", () => {
  // 50 tokens a second of the 100 that 50 GB/s allow; the arithmetic would allow 200.
  expect(writeReport(results(100), "")).toMatch(/\| 64 \| ours \(.*\| 50 \|.*\| 50 % \|/);
});
