import {
  generations,
  hanBytes,
  hanCapacity,
  linearLayerParameters,
  onAxis,
  parameterCount,
  parameterParts,
  sizeParameters,
} from "@fewshot/ml-core";
import { choose, numericDraw, whole, type Generator } from "./draw.ts";

const publishedSizes = [...new Set([...generations.map(({ parameters }) => parameters), ...sizeParameters])];

const growthFactor: Generator = (random) => {
  const large = choose(
    random,
    publishedSizes.filter((size) => size >= 1e9),
  );
  const small = choose(
    random,
    publishedSizes.filter((size) => size < 1e9),
  );
  const [a, b] = [large / 1e9, small / 1e6];
  return numericDraw(
    { a, b },
    {
      value: large / small,
      tolerance: 1,
      wrong: [
        [a * 1000 - b, "slip-points-ratio"],
        [a - b / 1000, "slip-points-ratio"],
        [a / b, "slip-units"],
        [(a * 100) / b, "slip-units"],
        [(a * 10000) / b, "slip-units"],
      ],
    },
  );
};

const linearLayer: Generator = (random) => {
  const [n, m] = [whole(random, 2, 12), whole(random, 2, 12)];
  return numericDraw(
    { n, m },
    {
      value: linearLayerParameters(n, m),
      tolerance: 0,
      wrong: [
        [n * m, "slip-arithmetic"],
        [n + m, "slip-linear"],
        [n * m + n, "slip-row-column"],
        [n * m + 1, "slip-arithmetic"],
      ],
    },
  );
};

const paramCount: Generator = (random) => {
  const shape = {
    layers: choose(random, [6, 8, 12, 18, 24, 36]),
    dModel: choose(random, [512, 640, 768, 1024, 1280]),
    vocabSize: 50257,
    contextLength: 1024,
  };
  const { layers, dModel: d } = shape;
  const parts = parameterParts(shape);
  const embeddings = parts.tokenEmbeddings + parts.positionEmbeddings;
  return numericDraw(
    { layers, d },
    {
      value: parameterCount(shape) / 1e6,
      tolerance: 1,
      wrong: [
        [parameterCount({ ...shape, layers: 1 }) / 1e6, "slip-arithmetic"],
        [(parts.total - embeddings - parts.finalLayerNorm) / 1e6, "slip-arithmetic"],
        [(embeddings + layers * 25 * d + parts.finalLayerNorm) / 1e6, "slip-linear"],
      ],
    },
  );
};

const bytesToChars: Generator = (random) => {
  const [n, encoding] = [whole(random, 2, 60), choose(random, ["utf-8", "gbk"] as const)];
  const [bytes, b] = [n * 1e6, hanBytes(encoding)];
  if (bytes % b !== 0) return null;
  return numericDraw(
    { n, b },
    {
      value: hanCapacity(bytes, encoding),
      tolerance: 1,
      wrong: [
        [bytes, "one-character-one-byte"],
        [bytes * b, "slip-arithmetic"],
        [(n * 1048576) / b, "slip-units"],
        [bytes / 1000 / b, "slip-units"],
        [(bytes * 1000) / b, "slip-units"],
      ],
    },
  );
};

const logScaleRead: Generator = (random) => {
  const [s, f] = [choose(random, [1, 2, 3, 5]), choose(random, [0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8])];
  const start = onAxis(s, "log");
  if (start === null) return null;
  return numericDraw(
    { s, f },
    {
      value: 10 ** (start + f),
      tolerance: 0.3,
      wrong: [
        [s * (1 + 9 * f), "slip-linear"],
        [s * 10 * f, "slip-linear"],
        [s + f, "slip-linear"],
      ],
    },
  );
};

/** Module 1: sizes, parameters, bytes. */
export const sizeGenerators = {
  "growth-factor": growthFactor,
  "linear-layer": linearLayer,
  "param-count": paramCount,
  "bytes-to-chars": bytesToChars,
  "log-scale-read": logScaleRead,
};
