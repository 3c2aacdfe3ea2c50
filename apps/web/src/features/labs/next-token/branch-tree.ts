import { walkProbability, type NextTokenState, type WalkStep } from "./state.ts";

/** A stretch of one or more roads, from one parting of ways to the next. */
export interface TreeNode {
  /** The tokens of the stretch, at least one. */
  steps: readonly WalkStep[];
  /** Tokens from the prompt to the end of the stretch. */
  length: number;
  /** Probability of the whole text from the prompt to the end of the stretch. */
  probability: number;
  /** One of the roads through it: the index of a branch, or null for the path on show. */
  road: number | null;
  children: readonly TreeNode[];
}

interface Road {
  index: number | null;
  steps: readonly WalkStep[];
}

/** The path on show and all branches as one tree, the path first. Roads that begin alike share a stretch. */
export function branchTree({ path, branches }: Pick<NextTokenState, "path" | "branches">): readonly TreeNode[] {
  const stored = branches.map(({ steps }, index): Road => ({ index, steps }));
  return partings([{ index: null, steps: path }, ...stored], 0);
}

/** The stretches that begin after `from` tokens, one for each token that a road goes on with. */
function partings(roads: readonly Road[], from: number): TreeNode[] {
  const groups = new Map<number, Road[]>();
  for (const road of roads) {
    const id = road.steps[from]?.id;
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), road]);
  }
  return [...groups.values()].map((group) => stretch(group, from));
}

function stretch(roads: readonly Road[], from: number): TreeNode {
  const [head = { index: null, steps: [] }] = roads;
  let to = from + 1;
  while (to < head.steps.length && roads.every(({ steps }) => steps[to]?.id === head.steps[to]?.id)) to += 1;
  return {
    steps: head.steps.slice(from, to),
    length: to,
    probability: walkProbability(head.steps.slice(0, to)),
    road: head.index,
    children: partings(roads, to),
  };
}
