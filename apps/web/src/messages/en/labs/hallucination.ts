export const hallucination = {
  bet: "Asked about a name it never read, will the table be less decided than for a common one? In other words, will its entropy be higher?",
  betLabel: "Your guess",
  betOptions: { a: "higher for a name never read", b: "lower for a name never read", c: "no difference to be seen" },
  betNoted: "Noted. Once both kinds are asked, see the last row.",
  names: "Ask about",
  namesNote: "Beside each name: how often it occurs in the training text.",
  invented: "made up",
  ask: "Ask",
  asking: "writing …",
  promptNote:
    "The words in grey are a beginning that we give it. At every step the likeliest token is taken, up to the full stop.",
  none: "Nothing asked yet.",
  inCorpus: "{count} times in the training text",
  verdict: "Your verdict on the answer about the {name}",
  verdicts: { right: "right", wrong: "wrong" },
  truth: {
    agreed: "So it is. It eats: {eats}.",
    other: "Look again. It eats: {eats}.",
    invented: "Look again. We made this animal up, so no answer has any basis.",
    inventedAgreed: "So it is. We made this animal up, so no answer has any basis.",
  },
  cutOff: "No full stop within 40 tokens, so it was cut off here and does not count as answered.",
  compareBy: "Compare",
  measures: { entropy: "entropy (bits)", top: "top probability" },
  notes: {
    entropy: "of the first token after the beginning: the higher, the more spread out",
    top: "the highest for the first token after the beginning",
  },
  table: { name: "name", count: "count" },
  missions: {
    "never-read": "Ask about a name that occurs 0 times, and get an answer with its full stop.",
    "often-read": "Ask about one that occurs at least 50 times.",
    "wrong-and-sure":
      "Open both comparisons. Mark answers right or wrong until a wrong one has a higher probability than a right one.",
  },
  now: { count: "this one: {count}", tops: "highest wrong {wrong}, lowest right {right}" },
  seen: {
    nothing: "Nothing asked yet: choose a name and press Ask.",
    asked:
      "You asked about {asked, plural, one {<live>one</live> name, and it was answered} other {<live>#</live> names, and every one was answered}}.",
    entropies:
      "For names never read the entropy is <live>{never}</live> bits on average; for names read often, <live>{often}</live>.",
    bet: "You bet “{bet}”; for these names it is {way, select, higher {higher} other {not higher}} where it never read the name.",
    tops: "A wrong answer had a top probability of <live>{wrong}</live>, and a right one only <live>{right}</live>.",
  },
} as const;
