import { createFakeModel } from "@fewshot/lm/testing";
import type { Writer } from "./contest.ts";

/** A writer for tests: " na na na na." again and again, with an opening read as one token. */
export function fakeWriter(): Writer {
  const words = [" na", ".", "?"];
  const model = createFakeModel({
    vocabSize: words.length,
    contextLength: 200,
    endOfTextId: 2,
    logitsOf: (ids) => (ids.length % 5 === 0 ? [0, 50, 0] : [50, 0, 0]),
  });
  const tokenizer = {
    encode: () => [0],
    decode: (ids: ArrayLike<number>) => Array.from(ids, (id) => words[id]).join(""),
  };
  return Object.assign(model, { tokenizer });
}
