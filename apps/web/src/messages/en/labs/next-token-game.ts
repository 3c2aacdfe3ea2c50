export const nextTokenGame = {
  badge: "sentences no model here has read",
  bet: "Over ten rounds, how many bits will you lose in an average round?",
  betLabel: "Your bet in bits",
  betUnit: "bits",
  betNoted: "Noted; the last row tells.",
  language: "Language of the sentences",
  languages: { zh: "中文", en: "English" },
  rules:
    "One of six words came next. Share a hundred chips among them. Half on the right one costs 1 bit, a quarter 2 bits; none at all would cost infinitely many and is capped at {cap}.",
  round: "Round {n} of {total}",
  next: "Next round",
  finish: "To the end",
  over: "All sentences are played",
  again: "Play again in another order",
  table: {
    chips: "{n, plural, one {# chip} other {# chips}}",
    rest: "Rest here",
    restLabel: "Put the remaining {n} chips on “{word}”",
    settle: "Show what came",
    clear: "Take all back",
    left: "{n, plural, =0 {all placed} one {# chip left} other {# chips left}}",
  },
  players: {
    you: "you",
    even: "even spread",
    unigram: "unigram",
    trigram: "trigram",
    model: "our model",
    class: "the class",
  },
  reveal: {
    heading: "What each player had left for it",
    sentence: "sentence",
    word: "word",
    came: "this one came",
    bits: "cost in bits",
  },
  board: {
    heading: "Mean cost of a round, over {n, plural, one {# round} other {# rounds}}",
    hint: "shorter is better",
    none: "No round is over yet.",
    bits: "{bits} bits",
    askModel: "Let our model play",
    askNote:
      "The model is fetched only now. Like the two counting players it is told the six words, and its shares are rescaled to them. A word of several tokens gets the product of their probabilities.",
    class: "The class: means that others read out, from 0 to {cap}, with spaces between them. They stay on this page.",
  },
  missions: {
    "ten-rounds": "Play ten rounds.",
    "beat-unigram": "Over at least ten rounds, lose fewer bits on average than unigram does.",
    "all-in": "Have one round with every chip on one word, and the word not coming.",
  },
  now: {
    rounds: "{n} played",
    bits: "you {you}, unigram {unigram}",
    allIn: "{n} all on one",
  },
  seen: {
    nothing: "No round is over yet.",
    means:
      "After <live>{rounds}</live> {rounds, plural, one {round} other {rounds}} you lost <live>{you}</live> bits a round; an even spread loses {even}, unigram <live>{unigram}</live>, trigram <live>{trigram}</live>.",
    bet: "You bet <b>{bet}</b> and stand at <live>{you}</live>.",
    model: "Our model loses <live>{model}</live>.",
    allIn:
      "Every chip on one word, and another came: that one round cost <live>{cap}</live> bits, and only because of the cap.",
  },
} as const;
