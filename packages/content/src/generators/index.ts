import { mulberry32 } from "@fewshot/ml-core";
import { costGenerators } from "./costs.ts";
import { descentGenerators } from "./descent.ts";
import type { Draw, Generator } from "./draw.ts";
import { frozenGenerators } from "./frozen.ts";
import { lookupGenerators } from "./lookup.ts";
import { nextTokenGenerators } from "./next-token.ts";
import { promptGenerators } from "./prompts.ts";
import { scoreGenerators } from "./scores.ts";
import { sizeGenerators } from "./sizes.ts";
import { textGenerators } from "./texts.ts";

/** Every generator by the name that an item gives. */
export const generators: Readonly<Record<string, Generator>> = {
  ...sizeGenerators,
  ...descentGenerators,
  ...frozenGenerators,
  ...textGenerators,
  ...nextTokenGenerators,
  ...promptGenerators,
  ...scoreGenerators,
  ...costGenerators,
  ...lookupGenerators,
};

/** A generator that refuses more draws in a row than this asks for what hardly exists. */
const MOST_TRIES = 10_000;

/**
 * The question that a generator draws from a seed: the same seed, the same question.
 *
 * @param seed - An integer; its lowest 32 bits count.
 * @throws RangeError if the generator refuses 10,000 draws in a row.
 */
export function drawQuestion(generator: Generator, seed: number): Draw {
  const random = mulberry32(seed);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const draw = generator(random);
    if (draw) return draw;
  }
  throw new RangeError(`no question in ${MOST_TRIES} draws from seed ${seed}`);
}

/** How many seeds an item takes into the course. Each learner gets one of these questions. */
export const SEEDS = 64;

/** The different questions of the first 64 seeds, in the order of the seeds. */
export function questionsOf(generator: Generator): Draw[] {
  const drawn = Array.from({ length: SEEDS }, (_, seed) => drawQuestion(generator, seed));
  const byText = new Map(drawn.map((draw) => [JSON.stringify(draw), draw]));
  return [...byText.values()];
}
