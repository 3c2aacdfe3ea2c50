export const tokenizer = {
  badge: "two real vocabularies, on this device",
  bet: "hello 👋 world 🌍 has 15 characters. How many GPT-2 tokens?",
  betLabel: "Your count of tokens",
  betUnit: "tokens",
  betNoted: "Noted; put {text} into a field to find out.",
  sides: { one: "Text one", two: "Text two" },
  hint: "at most {longest} characters, and spaces count",
  samples: "Texts to begin with",
  counts:
    "{characters, plural, one {# character} other {# characters}}, {bytes, plural, one {# byte} other {# bytes}}, {words, plural, one {# word} other {# words}}",
  vocabularies: { gpt2: "GPT-2", ours: "Our vocabulary" },
  size: "{size} in all",
  tokens: "{count, plural, one {# token} other {# tokens}}",
  empty: "No text yet.",
  loading: "Fetching both vocabularies, about 250 kB.",
  failed: {
    title: "The vocabularies did not arrive",
    body: "The network broke off, or the server did not answer. What you wrote is still here.",
    retry: "Try again",
  },
  table: {
    text: "text",
    characters: "characters",
    bytes: "bytes",
    words: "words",
    gpt2: "GPT-2",
    ours: "ours",
    ids: "GPT-2 ids",
  },
  missions: {
    "three-and-one": "Find a Chinese character that GPT-2 cuts in three and our vocabulary keeps whole.",
    "two-hellos": "Type Hello, then put a space before it, and get the ids 15496 and 18435.",
    "cheap-and-dear":
      "Write two texts: one of at least 10 characters with fewer tokens than its words plus 2, and one of at most 4 characters with more than 4 tokens.",
  },
  now: {
    none: "nothing written",
    counts: "GPT-2 {gpt2}, ours {ours}",
    ids: "ids {ids}",
    extremes: "long: words plus {cheapest}; short: {dearest}",
  },
  seen: {
    none: "The vocabularies are on their way.",
    reading:
      "“{text}” has <live>{characters}</live> {characters, plural, one {character} other {characters}} in <live>{bytes}</live> {bytes, plural, one {byte} other {bytes}}: <live>{gpt2}</live> {gpt2, plural, one {token} other {tokens}} for GPT-2, <live>{ours}</live> in our vocabulary.",
    bet: "On “{text}” you bet <b>{bet}</b>, and GPT-2 makes it <live>{gpt2}</live>.",
  },
} as const;
