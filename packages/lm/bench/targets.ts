import { decimals, table, times } from "./markdown.ts";
import type { ModelName } from "./models.ts";
import { ratioOf, speedOf } from "./rates.ts";
import type { ContestantName, Loading, ModelResult } from "./results.ts";

interface Target {
  what: string;
  floor: number;
  goal?: number;
  measured: number;
}

/** As transformers.js' `generate` does it, beside the page's own choice of each token, which costs two messages. */
const LOOP = "ours, tokens chosen in the worker" satisfies ContestantName;

type Models = Partial<Record<ModelName, ModelResult>>;

/** What we set out to reach, and what was reached. */
export function targetTable(models: Models): string[] {
  const targets = [...decodingTargets(models), ...promptTargets(models), ...byteTargets(models)];
  const rows = targets.map((target) => [
    target.what,
    formatBound(target, target.floor),
    target.goal === undefined ? "" : formatBound(target, target.goal),
    times(target.measured),
    verdict(target),
  ]);
  return table(["", "floor", "goal", "measured", ""], rows);
}

/** What must stay small has its floor below 1, or is said to be at most. */
const isCeiling = ({ what }: Target): boolean => what.startsWith("at most");

function formatBound(target: Target, bound: number): string {
  return `${isCeiling(target) ? "≤" : "≥"} ${decimals(bound, 1)}×`;
}

function verdict(target: Target): string {
  const { floor, goal, measured } = target;
  if (Number.isNaN(measured)) return "not measured";
  const reaches = (bound: number): boolean => (isCeiling(target) ? measured <= bound : measured >= bound);
  if (!reaches(floor)) return "**missed**";
  return goal === undefined || reaches(goal) ? "met" : "floor met, goal not";
}

function decodingTargets({ story, "124m": large }: Models): Target[] {
  const targets: Target[] = [];
  const add = (result: ModelResult | undefined, other: ContestantName, [length, floor, goal]: Bounds): void => {
    const { decoding } = result ?? {};
    if (!decoding || !(other in decoding.engines)) return;
    const name = result === story ? "story" : "124M";
    const over = `at T = ${length}, over ${other === "transformers.js" ? "its defaults" : "its best"}`;
    const { median: measured } = ratioOf(decoding, ["ours", other], length);
    targets.push({ what: `${name}: decoding ${over}`, floor, measured, ...(goal !== undefined && { goal }) });
    if (result !== story || !(LOOP in decoding.engines)) return;
    const { median: alike } = ratioOf(decoding, [LOOP, other], length);
    targets.push({ what: `${name}: decoding ${over}, both without messages`, floor, measured: alike });
  };
  for (const length of [16, 64, 240]) add(story, "transformers.js", [length, 2]);
  add(large, "transformers.js", [64, 1.5, 3]);
  add(large, "transformers.js", [512, 2, 4]);
  add(large, "transformers.js, best", [64, 1, 1.5]);
  add(large, "transformers.js, best", [512, 1.3, 2]);
  if (large?.decoding) {
    const { decoding } = large;
    const speed = (length: number) => speedOf(decoding, "ours", length);
    const growth = speed(900).medianMs / speed(64).medianMs;
    targets.push({ what: "at most: 124M: a token at T = 900 over one at T = 64", floor: 1.3, measured: growth });
    const spread = Math.max(...decoding.lengths.map((length) => speed(length).p95Ms / speed(length).medianMs));
    targets.push({ what: "at most: 124M: p95 over median between tokens", floor: 1.5, measured: spread });
  }
  return targets;
}

type Bounds = readonly [length: number, floor: number, goal?: number];

function promptTargets(models: Models): Target[] {
  return Object.values(models).flatMap(({ model, prompting }) =>
    (prompting?.rows ?? [])
      .filter(({ contestant }) => contestant === "ours")
      .map(({ length, readMs, extendMs }) => ({
        what: `${model}: one token more behind ${length - 1}, over reading all anew`,
        floor: 10,
        measured: readMs / extendMs,
      })),
  );
}

function byteTargets({ story }: Models): Target[] {
  const find = (name: ContestantName): Loading | undefined =>
    story?.loading?.rows.find((row) => row.contestant === name);
  const [ours, theirs] = [find("ours"), find("transformers.js")];
  if (!ours || !theirs) return [];
  const { raw, gzip } = ours.runtime;
  return [
    { what: "at most: bytes of the runtime", floor: 0.6, measured: raw / theirs.runtime.raw },
    { what: "at most: bytes of the runtime, gzipped", floor: 0.6, measured: gzip / theirs.runtime.gzip },
  ];
}
