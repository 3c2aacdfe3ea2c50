import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measured, measuredShots, modelIds, modelParameters } from "./measured.ts";

const runs = join(import.meta.dirname, "../../../../../../packages/lm/training/runs/incontext");
const read = (name: string) => JSON.parse(readFileSync(join(runs, name), "utf8")) as unknown;

type Cell = { model: string; regime: string; description: boolean; k: number; items: number; right: number };
type Evaluation = {
  parameters: number;
  cells: { regime: string; description: boolean; tasks: { task: string; items: number[]; right: number[] }[] }[];
};

const regimes = { known: "primitives", unseen: "unseen compositions" } as const;
const sides = { plain: false, described: true } as const;

describe.each(modelIds)("the counts of %s", (model) => {
  const evaluation = read(`${model}.eval.json`) as Evaluation;
  const { cells } = read("table.json") as { cells: Cell[] };

  it("are those of the checked-in table", () => {
    for (const [task, regime] of Object.entries(regimes) as [keyof typeof regimes, string][]) {
      for (const [side, description] of Object.entries(sides) as [keyof typeof sides, boolean][]) {
        measuredShots.forEach((k, i) => {
          const cell = cells.find(
            (c) => c.model === model && c.regime === regime && c.description === description && c.k === k,
          );
          const { items, right } = measured[model][task][side];
          expect({ items: items[i], right: right[i] }).toEqual({ items: cell?.items, right: cell?.right });
        });
      }
    }
  });

  it("are those of the evaluation for each single rule", () => {
    expect(modelParameters[model]).toBe(evaluation.parameters);
    for (const { regime, description, tasks } of evaluation.cells) {
      if (regime !== "primitives") continue;
      for (const { task, items, right } of tasks) {
        if (!Object.hasOwn(measured[model], task)) continue;
        const side = description ? "described" : "plain";
        expect(measured[model][task as "remove"][side]).toEqual({ items, right });
      }
    }
  });
});
