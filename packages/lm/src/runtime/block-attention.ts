import type { Encoded } from "../export/protobuf.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import type { Node, Replacements } from "./onnx-nodes.ts";
import { int64Constant, intAttribute, newNode } from "./onnx-nodes.ts";

/**
 * For blocks of a prompt: the served graph's own attention over the part of the cache that is filled, where the served
 * graph has a longer copy of the cache. New keys and values are written to their places in the cache's own buffer:
 * `ScatterND` copies nothing when its output is bound to its input's memory.
 */
export function blockReplacements({ n_layer }: CompleteGpt2Config): Replacements {
  const replacements: Replacements = new Map([
    ["all.length", () => lengthNodes()],
    ["query.positions", () => positionNodes()],
  ]);
  for (let layer = 0; layer < n_layer; layer++) {
    for (const part of ["key", "value"]) {
      replacements.set(`present.${layer}.${part}`, (old) => cacheNodes(`${layer}.${part}`, old.inputs[1] ?? ""));
    }
  }
  return replacements;
}

/** The name under which the block's branch gives the whole buffer of a part of the cache. */
export function blockOutput(name: string): string {
  return `present.${name}.room`;
}

/** What the nodes below refer to. */
export function blockConstants({ n_head }: CompleteGpt2Config): Map<string, Encoded> {
  const heads = Array.from({ length: n_head }, (_, head) => [0, head, 0]).flat();
  const constants: [name: string, dims: readonly number[], values: readonly number[]][] = [
    ["block.heads", [1, n_head, 1, 3], heads],
    ["block.to.place", [3], [0, 0, 1]],
    ["block.along", [4], [1, 1, -1, 1]],
    ["block.column", [2], [-1, 1]],
    ["block.one", [1], [1]],
    ["block.start", [1], [0]],
    ["block.axis", [1], [2]],
  ];
  return new Map(constants.map(([name, ...rest]) => [name, int64Constant(name, ...rest)]));
}

/** How many tokens there are with the new ones, as a number and as the end of a slice. */
function lengthNodes(): Node[] {
  const INT64 = intAttribute("to", 7);
  return [
    newNode("Cast", { inputs: ["total_length"], outputs: ["all.length"], attributes: [INT64] }),
    newNode("Reshape", { inputs: ["all.length", "block.one"], outputs: ["block.end"] }),
  ];
}

/** Positions [1,T] as a column [T,1] for the mask, and the places (0, head, position) to write to, [1,H,T,3]. */
function positionNodes(): Node[] {
  return [
    newNode("Reshape", { inputs: ["positions", "block.column"], outputs: ["query.positions"] }),
    newNode("Reshape", { inputs: ["positions", "block.along"], outputs: ["block.positions"] }),
    newNode("Mul", { inputs: ["block.positions", "block.to.place"], outputs: ["block.rows"] }),
    newNode("Add", { inputs: ["block.rows", "block.heads"], outputs: ["block.places"] }),
  ];
}

/** Writes `fresh` [1,H,T,D] into the buffer [1,H,P,D] and takes its filled part out, [1,H,S,D]. */
function cacheNodes(name: string, fresh: string): Node[] {
  const whole = blockOutput(name);
  return [
    newNode("ScatterND", { inputs: [`past_key_values.${name}`, "block.places", fresh], outputs: [whole] }),
    newNode("Slice", {
      inputs: [whole, "block.start", "block.end", "block.axis"],
      outputs: [`present.${name}`],
    }),
  ];
}
