import { convertEnergy, JOULES_PER_PAGE, wilsonInterval } from "@fewshot/ml-core";
import { choose, numericDraw, singleDraw, take, whole, type Generator } from "./draw.ts";

const energyPages: Generator = (random) => {
  const n = 5 * whole(random, 2, 160);
  return numericDraw(
    { n },
    {
      value: convertEnergy(n * JOULES_PER_PAGE, "J", "Wh"),
      tolerance: 0.01,
      wrong: [
        [(n * 0.4) / 100, "slip-units"],
        [n * 0.4, "slip-units"],
        [n * 400, "slip-arithmetic"],
        [(n * 0.4 * 3600) / 100, "slip-units"],
      ],
    },
  );
};

const amortise: Generator = (random) => {
  const [t, e] = [60 * whole(random, 2, 20), choose(random, [200, 300, 400, 500, 600])];
  const value = convertEnergy(t, "MWh", "Wh") / (e / 100) / 1e6;
  return numericDraw(
    { t, e },
    {
      value,
      tolerance: 0.05,
      wrong: [
        [value / 100, "slip-units"],
        [value * 100, "slip-units"],
        [value / 1000, "slip-units"],
        [value * 1000, "slip-units"],
      ],
    },
  );
};

const probeRatio: Generator = (random) => {
  const [a, b] = [whole(random, 10, 60), whole(random, 2, 8)];
  return numericDraw(
    { a, b },
    {
      value: a / b,
      tolerance: 0.05,
      wrong: [
        [a - b, "slip-points-ratio"],
        [(a - b) / b, "slip-points-ratio"],
        [b / a, "slip-row-column"],
      ],
    },
  );
};

/** How far apart the rough rule and the limit must stand, as a share, so that no rounding decides. */
const MARGIN = 0.015;

const wilsonChance: Generator = (random) => {
  const readers = take(random, [10, 20, 40, 100, 200, 400], 4).map((n) => {
    const right = whole(random, Math.ceil(0.52 * n), Math.floor(0.85 * n));
    const { low } = wilsonInterval(right, n);
    return { n, right, isAbove: low > 0.5, rough: right / n - 1 / Math.sqrt(n) - 0.5 };
  });
  // The rule of thumb that the prompt gives must tell what the lab's interval tells.
  if (readers.some(({ isAbove, rough }) => isAbove !== rough > 0 || Math.abs(rough) < MARGIN)) return null;
  const winner = readers.find(({ isAbove }) => isAbove);
  if (!winner || readers.every(({ n, right }) => right / n <= winner.right / winner.n)) return null;
  const options = readers.map(({ n, right, isAbove }) => {
    const words = { zh: `${n} 段对 ${right} 段`, en: `${right} right of ${n}` };
    return isAbove ? { words } : { words, tag: "people-can-tell" };
  });
  const why = {
    n: winner.n,
    share: Number(((100 * winner.right) / winner.n).toFixed(1)),
    half: Number((100 / Math.sqrt(winner.n)).toFixed(1)),
  };
  return singleDraw(random, { vars: {}, why, options });
};

const leakShare: Generator = (random) => {
  const [r, l] = [5 * whole(random, 20, 34), 5 * whole(random, 3, 13)];
  const all = 200;
  return numericDraw(
    { r, l },
    {
      value: (100 * (r - l)) / (all - l),
      tolerance: 0.3,
      wrong: [
        [(100 * r) / all, "score-is-clean"],
        [(100 * (r - l)) / all, "slip-renormalise"],
        [(100 * l) / all, "slip-row-column"],
      ],
    },
  );
};

/** Module 7: energy, ratios, evidence. */
export const costGenerators = {
  "energy-pages": energyPages,
  amortise,
  "probe-ratio": probeRatio,
  "wilson-chance": wilsonChance,
  "leak-share": leakShare,
};
