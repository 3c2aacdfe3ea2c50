import fc from "fast-check";

/** Items as an author writes them, one of each kind, small enough to reckon by hand. */

const why = { zh: "因为如此。", en: "Because it is so." };
const option = (id: string) => ({ id, zh: `选项 ${id}`, en: `option ${id}` });

export const rawSingle = {
  id: "module/lesson/single",
  kind: "single",
  concepts: ["sampling"],
  ask: { zh: "哪一个？", en: "Which one?", options: ["a", "b", "c", "d"].map(option) },
  key: { correct: "b", why, distractors: { a: "expected-means-certain", c: "slip-knob" } },
};

export const rawMultiple = {
  id: "module/lesson/multiple",
  kind: "multiple",
  concepts: ["sampling"],
  ask: { zh: "哪几个？", en: "Which ones?", options: ["a", "b", "c", "d", "e"].map(option) },
  key: { correct: ["a", "b", "d"], why, distractors: { c: "prompting-trains-weights" } },
};

export const rawTrueFalse = {
  id: "module/lesson/true-false",
  kind: "true-false",
  concepts: ["causal-mask"],
  ask: { zh: "对不对？", en: "True?" },
  key: { correct: false, why, distractors: { true: "training-one-prefix-at-a-time" } },
};

export const rawNumeric = {
  id: "module/lesson/numeric",
  kind: "numeric",
  concepts: ["training-pairs"],
  ask: { zh: "几道题？", en: "How many?", input: "integer" },
  key: { value: 5, tolerance: 0, why, distractors: { "4": "slip-pairs-count", "6": "slip-pairs-count" } },
};

export const rawSeeded = {
  id: "module/lesson/seeded",
  kind: "numeric",
  concepts: ["sampling"],
  ask: {
    zh: "概率 {{p}}%，抽 {{n}} 次，至少一次是百分之几？",
    en: "At {{p}}%, in {{n}} draws, what is the chance of at least one, in percent?",
    input: "percent",
    vars: { p: { choose: [5, 8, 10, 15, 20] }, n: { choose: [5, 10, 15, 20] } },
  },
  key: {
    formula: "100 * (1 - (1 - p / 100) ** n)",
    tolerance: 1,
    why,
    distractors: { "p * n": "draws-combine-wrongly", p: "draws-combine-wrongly", "100": "expected-means-certain" },
  },
};

export const rawBet = {
  id: "module/lesson/bet",
  kind: "distribution",
  concepts: ["calibration"],
  ask: {
    zh: "把 100 枚筹码分一分。",
    en: "Share 100 chips.",
    total: 100,
    options: ["china", "earth", "other"].map(option),
    graded: false,
  },
  key: {
    target: { china: 0.6, earth: 0.1, other: 0.3 },
    rule: "cross-entropy",
    why,
    distractors: { "china:100": "top-token-always-wins" },
  },
};

export const rawMatch = {
  id: "module/lesson/match",
  kind: "match",
  concepts: ["sampling"],
  ask: { zh: "配一配。", en: "Match.", left: ["p", "q", "r"].map(option), right: ["x", "y", "decoy"].map(option) },
  key: { correct: { p: "x", q: "y", r: "y" }, why, distractors: { "p:decoy": "slip-knob" } },
};

export const rawOrder = {
  id: "module/lesson/order",
  kind: "order",
  concepts: ["sampling"],
  ask: { zh: "排一排。", en: "Sort.", options: ["a", "b", "c", "d"].map(option) },
  key: { correct: ["b", "d", "a", "c"], why, distractors: { "c>b": "slip-moment" } },
};

export const rawCloze = {
  id: "module/lesson/cloze",
  kind: "cloze",
  concepts: ["sampling"],
  ask: {
    zh: "先{{what}}，再答对 {{share}}。",
    en: "It gets {{share}} right after {{what}}.",
    options: ["a", "b", "c"].map(option),
    blanks: [
      { id: "what", input: "option" },
      { id: "share", input: "percent" },
    ],
  },
  key: {
    blanks: { what: { correct: "b" }, share: { value: 45.4, tolerance: 8 } },
    why,
    distractors: { "what:c": "slip-knob", "share:>60": "bigger-always-better" },
  },
};

export const rawItems = [
  rawSingle,
  rawMultiple,
  rawTrueFalse,
  rawNumeric,
  rawSeeded,
  rawBet,
  rawMatch,
  rawOrder,
  rawCloze,
];

const words = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `x${text.replaceAll("{", "(")}`);
const text = fc.record({ zh: words, en: words });
const optionId = fc.stringMatching(/^[a-z][a-z0-9-]{0,7}$/);
const options = fc
  .uniqueArray(optionId, { minLength: 2, maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.map((id) => text.map((both) => ({ id, ...both })))));

type RawKey = Record<string, unknown>;
/** One ask with two keys that both fit it. */
export type TwoKeys = { kind: string; ask: Record<string, unknown>; keys: [RawKey, RawKey] };

const twice = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.tuple(arbitrary, arbitrary);
const explained = <Value extends object>(key: fc.Arbitrary<Value>): fc.Arbitrary<RawKey> =>
  fc.tuple(key, text).map(([fields, because]) => ({ ...fields, why: because }));

const single = fc.tuple(text, options).chain(([prompt, list]) => {
  const key = explained(fc.record({ correct: fc.constantFrom(...list.map(({ id }) => id)) }));
  return twice(key).map((keys): TwoKeys => ({ kind: "single", ask: { ...prompt, options: list }, keys }));
});

const multiple = fc.tuple(text, options).chain(([prompt, list]) => {
  const ids = list.map(({ id }) => id);
  const key = explained(fc.record({ correct: fc.subarray(ids, { minLength: 1 }) }));
  return twice(key).map((keys): TwoKeys => ({ kind: "multiple", ask: { ...prompt, options: list }, keys }));
});

const trueFalse = text.chain((prompt) =>
  twice(explained(fc.record({ correct: fc.boolean() }))).map((keys): TwoKeys => {
    return { kind: "true-false", ask: prompt, keys };
  }),
);

const numeric = fc.tuple(text, fc.constantFrom("decimal", "percent")).chain(([prompt, input]) => {
  const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
  const tolerance = fc.double({ noNaN: true, min: 0, max: 1000 });
  return twice(explained(fc.record({ value, tolerance }))).map((keys): TwoKeys => {
    return { kind: "numeric", ask: { ...prompt, input }, keys };
  });
});

const seeded = fc
  .tuple(text, fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 1 }))
  .chain(([prompt, choose]) => {
    const ask = { zh: `${prompt.zh} {{n}}`, en: `{{n}} ${prompt.en}`, vars: { n: { choose } } };
    const key = explained(fc.record({ formula: fc.constantFrom("n", "2 * n + 1", "n ** 2"), tolerance: fc.nat(5) }));
    return twice(key).map((keys): TwoKeys => ({ kind: "numeric", ask, keys }));
  });

const distribution = fc.tuple(text, options).chain(([prompt, list]) => {
  const total = 100;
  const shares = fc.array(fc.nat(total), { minLength: list.length - 1, maxLength: list.length - 1 }).map((cuts) => {
    const edges = [0, ...cuts.sort((a, b) => a - b), total];
    return Object.fromEntries(list.map(({ id }, i) => [id, ((edges[i + 1] ?? 0) - (edges[i] ?? 0)) / total]));
  });
  const key = explained(fc.record({ target: shares, rule: fc.constant("cross-entropy") }));
  const ask = { ...prompt, options: list, total };
  return twice(key).map((keys): TwoKeys => ({ kind: "distribution", ask, keys }));
});

const match = fc.tuple(text, options, options).chain(([prompt, left, right]) => {
  const partner = fc.constantFrom(...right.map(({ id }) => id));
  const correct = fc.tuple(...left.map(({ id }) => partner.map((other) => [id, other]))).map(Object.fromEntries);
  const key = explained(fc.record({ correct }));
  return twice(key).map((keys): TwoKeys => ({ kind: "match", ask: { ...prompt, left, right }, keys }));
});

const order = fc.tuple(text, options).chain(([prompt, list]) => {
  const ids = list.map(({ id }) => id);
  const key = explained(fc.record({ correct: fc.shuffledSubarray(ids, { minLength: ids.length }) }));
  return twice(key).map((keys): TwoKeys => ({ kind: "order", ask: { ...prompt, options: list }, keys }));
});

const cloze = fc.tuple(text, options).chain(([prompt, list]) => {
  const blanks = [
    { id: "first", input: "option" },
    { id: "second", input: "percent" },
  ];
  const ask = { zh: `${prompt.zh}{{first}}{{second}}`, en: `{{second}}{{first}}${prompt.en}`, options: list, blanks };
  const first = fc.record({ correct: fc.constantFrom(...list.map(({ id }) => id)) });
  const second = fc.record({ value: fc.integer({ min: 0, max: 100 }), tolerance: fc.nat(5) });
  const key = explained(fc.record({ blanks: fc.record({ first, second }) }));
  return twice(key).map((keys): TwoKeys => ({ kind: "cloze", ask, keys }));
});

/** Any playable kind: an ask with two keys. */
export const twoKeys: fc.Arbitrary<TwoKeys> = fc.oneof(
  ...[single, multiple, trueFalse, numeric, seeded, distribution, match, order, cloze],
);

/** Any playable item as authored. */
export const rawItem = twoKeys.map(({ kind, ask, keys: [key] }) => {
  return { id: "module/lesson/any", kind, concepts: ["any"], ask, key };
});

const someId = fc.constantFrom("p", "q", "r", "x", "y", "decoy", "a", "b", "c", "d", "what", "share", "__proto__", "");

/** JSON that no schema was asked about, and responses that come close to real ones. */
export const anyResponse = fc.oneof(
  fc.jsonValue(),
  fc.anything(),
  fc.record({ choice: fc.oneof(optionId, fc.jsonValue()) }),
  fc.record({ choices: fc.array(fc.oneof(fc.constantFrom("a", "b", "c", "d", "e"), fc.jsonValue())) }),
  fc.record({ value: fc.oneof(fc.boolean(), fc.jsonValue()) }),
  fc.record({ text: fc.oneof(fc.double().map(String), fc.string(), fc.stringMatching(/^[-+0-9.,eE%×^ ]{0,12}$/)) }),
  fc.record({
    chips: fc.dictionary(fc.constantFrom("china", "earth", "other", "__proto__"), fc.oneof(fc.nat(100), fc.double())),
  }),
  fc.record({ pairs: fc.dictionary(someId, fc.oneof(someId, fc.jsonValue())) }),
  fc.record({ order: fc.oneof(fc.array(someId), fc.shuffledSubarray(["a", "b", "c", "d"], { minLength: 4 })) }),
  fc.record({ blanks: fc.dictionary(someId, fc.oneof(someId, fc.nat(100).map(String), fc.jsonValue())) }),
);
