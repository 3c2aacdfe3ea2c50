/** The five models of the in-context family, smallest first, with their parameters. */
export const modelIds = ["icl-1", "icl-2", "icl-3", "icl-4", "icl-5"] as const;
export type ModelId = (typeof modelIds)[number];
export const modelParameters: Readonly<Record<ModelId, number>> = {
  "icl-1": 32952,
  "icl-2": 93552,
  "icl-3": 249280,
  "icl-4": 891776,
  "icl-5": 3197824,
};

/** What the lab can ask: single rules, all 31 rules in turn, and 40 compositions that training never showed. */
export const taskIds = ["one-vowel", "remove", "ending", "reverse", "cycle-left", "known", "unseen"] as const;
export type TaskId = (typeof taskIds)[number];

/** The numbers of examples that were measured. */
export const measuredShots = [0, 1, 2, 4, 8, 16, 32] as const;

/** Questions asked and answered rightly, for each of `measuredShots`. */
export interface MeasuredCounts {
  items: readonly number[];
  right: readonly number[];
}

const counts = (items: readonly number[], right: readonly number[]): MeasuredCounts => ({ items, right });
type Both = { plain: MeasuredCounts; described: MeasuredCounts };

/**
 * What the family got right on held-out words and unseen symbols, greedy, without and with a line of description.
 *
 * @see packages/lm/training/runs/incontext: table.json, and the *.eval.json of each size for single rules
 */
export const measured: Readonly<Record<ModelId, Readonly<Record<TaskId, Both>>>> = {
  "icl-1": {
    "one-vowel": {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [2, 1, 1, 0, 1, 1, 0]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [1, 2, 0, 0, 0, 0, 0]),
    },
    remove: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [0, 0, 0, 2, 6, 0, 0]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [0, 0, 1, 0, 3, 0, 0]),
    },
    ending: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [0, 0, 0, 1, 0, 0, 0]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [0, 0, 0, 0, 0, 0, 0]),
    },
    reverse: {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [1, 1, 1, 0, 1, 0, 0]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [0, 0, 0, 0, 1, 0, 0]),
    },
    "cycle-left": {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [0, 0, 0, 0, 0, 0, 0]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [0, 1, 0, 1, 0, 0, 0]),
    },
    known: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [96, 145, 148, 150, 154, 119, 66]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [157, 153, 147, 149, 150, 129, 76]),
    },
    unseen: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [47, 85, 77, 106, 99, 94, 44]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [88, 83, 94, 84, 81, 86, 59]),
    },
  },
  "icl-2": {
    "one-vowel": {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [3, 3, 0, 1, 2, 2, 2]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [3, 2, 1, 1, 0, 1, 0]),
    },
    remove: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [0, 1, 3, 10, 10, 6, 10]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [9, 8, 15, 17, 8, 14, 13]),
    },
    ending: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [0, 0, 0, 0, 0, 0, 0]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [0, 0, 0, 0, 0, 0, 0]),
    },
    reverse: {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [2, 1, 0, 0, 2, 1, 0]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [1, 0, 2, 2, 2, 0, 3]),
    },
    "cycle-left": {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [0, 0, 5, 3, 2, 0, 1]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [1, 0, 0, 1, 1, 1, 0]),
    },
    known: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [100, 168, 200, 206, 214, 233, 227]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [201, 211, 223, 236, 233, 257, 212]),
    },
    unseen: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [60, 90, 112, 90, 121, 118, 111]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [100, 135, 134, 128, 100, 128, 126]),
    },
  },
  "icl-3": {
    "one-vowel": {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [1, 6, 10, 17, 10, 19, 11]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [6, 11, 11, 15, 18, 18, 12]),
    },
    remove: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [4, 16, 26, 29, 45, 39, 36]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [49, 48, 52, 55, 44, 44, 30]),
    },
    ending: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [0, 3, 6, 16, 20, 26, 18]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [0, 15, 18, 17, 26, 19, 22]),
    },
    reverse: {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [3, 10, 9, 8, 12, 11, 6]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [14, 17, 17, 15, 13, 12, 10]),
    },
    "cycle-left": {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [0, 15, 27, 28, 29, 34, 21]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [26, 27, 25, 28, 29, 26, 25]),
    },
    known: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [102, 381, 483, 543, 589, 633, 548]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [635, 681, 660, 694, 722, 721, 568]),
    },
    unseen: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [62, 147, 196, 199, 233, 246, 247]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [246, 281, 291, 294, 326, 330, 299]),
    },
  },
  "icl-4": {
    "one-vowel": {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [10, 34, 47, 53, 59, 71, 69]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [19, 43, 55, 63, 75, 71, 75]),
    },
    remove: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [16, 54, 58, 63, 69, 69, 63]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [71, 69, 75, 78, 73, 68, 63]),
    },
    ending: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [0, 44, 67, 78, 89, 84, 85]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [0, 64, 78, 79, 86, 85, 89]),
    },
    reverse: {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [3, 43, 65, 61, 72, 68, 73]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [83, 85, 86, 88, 90, 89, 81]),
    },
    "cycle-left": {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [1, 27, 44, 56, 47, 68, 57]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [76, 60, 70, 64, 60, 64, 57]),
    },
    known: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [210, 1108, 1399, 1605, 1675, 1778, 1709]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [1580, 1736, 1760, 1871, 1860, 1870, 1746]),
    },
    unseen: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [87, 370, 540, 653, 801, 837, 833]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [443, 731, 779, 862, 892, 1002, 944]),
    },
  },
  "icl-5": {
    "one-vowel": {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [4, 33, 47, 57, 63, 73, 80]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [21, 48, 58, 79, 79, 65, 76]),
    },
    remove: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [18, 53, 52, 69, 69, 70, 69]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [76, 77, 72, 76, 72, 73, 66]),
    },
    ending: {
      plain: counts([96, 96, 96, 96, 96, 96, 96], [0, 31, 65, 82, 88, 83, 85]),
      described: counts([96, 96, 96, 96, 96, 96, 96], [2, 76, 88, 91, 93, 86, 90]),
    },
    reverse: {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [7, 42, 56, 67, 69, 75, 78]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [87, 88, 88, 87, 90, 85, 83]),
    },
    "cycle-left": {
      plain: counts([99, 99, 99, 99, 99, 99, 99], [2, 35, 41, 60, 67, 71, 63]),
      described: counts([99, 99, 99, 99, 99, 99, 99], [80, 85, 87, 88, 81, 76, 75]),
    },
    known: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [222, 1124, 1401, 1715, 1866, 1972, 1928]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [1775, 1927, 2017, 2128, 2088, 2095, 2051]),
    },
    unseen: {
      plain: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [68, 356, 499, 626, 757, 821, 838]),
      described: counts([3000, 3000, 3000, 3000, 3000, 3000, 3000], [463, 713, 789, 837, 920, 1010, 993]),
    },
  },
};
