import { describe, expect, it } from "vitest";
import { branchTree, type TreeNode } from "./branch-tree.ts";
import type { WalkStep } from "./state.ts";

const road = (...ids: number[]): WalkStep[] => ids.map((id) => ({ id, prob: 0.5, how: "drawn", u: 0.1 }));
const drawn = (nodes: readonly TreeNode[]): unknown[] =>
  nodes.map((node) => [node.steps.map((step) => step.id).join(" "), node.probability, drawn(node.children)]);

describe("branchTree", () => {
  it("is empty before the first token", () => {
    expect(branchTree({ path: [], branches: [] })).toEqual([]);
  });

  it("joins what roads have in common and multiplies from the prompt on", () => {
    const branches = [
      { seed: 1, steps: road(1, 2, 4) },
      { seed: 2, steps: road(7) },
    ];
    expect(drawn(branchTree({ path: road(1, 2, 3, 5), branches }))).toEqual([
      [
        "1 2",
        0.25,
        [
          ["3 5", 0.0625, []],
          ["4", 0.125, []],
        ],
      ],
      ["7", 0.5, []],
    ]);
  });

  it("ends a stretch where a road ends, so that each end can be gone back to", () => {
    const tree = branchTree({ path: road(1, 2), branches: [{ seed: 1, steps: road(1, 2, 3) }] });
    expect(drawn(tree)).toEqual([["1 2", 0.25, [["3", 0.125, []]]]]);
    expect([tree[0]?.road, tree[0]?.children[0]?.road, tree[0]?.children[0]?.length]).toEqual([null, 0, 3]);
  });
});
