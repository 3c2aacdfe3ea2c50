import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MinHeap } from "./min-heap.ts";

describe("MinHeap", () => {
  it("gives numbers back in ascending order, whatever was pushed between", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), (commands) => {
        const heap = new MinHeap();
        const model: number[] = [];
        for (const command of commands) {
          if (command === null) expect(heap.pop()).toBe(model.sort((a, b) => a - b).shift());
          else {
            heap.push(command);
            model.push(command);
          }
        }
      }),
    );
  });
});
