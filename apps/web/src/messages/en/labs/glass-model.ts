export const glassModel = {
  badge: "a real model, opened on this device",
  bet: "Is there a head that puts at least half of its shares on the token before?",
  betAnswers: { yes: "Yes, at least one", no: "No, none" },
  betNoted: "Noted; the last row tells.",
  text: {
    label: "A text to read",
    hint: "the first {most} tokens are shown",
    read: "Read it",
    reading: "reading",
  },
  empty: {
    title: "The inside will stand here",
    body: "Bet first, then press Read it. The model is fetched only then; what you write never leaves this device.",
  },
  cut: "The text is longer; only its first {most} tokens, the end marker before it included, are shown.",
  heads: {
    heading: "Every head, and how much it puts on the token before",
    hint: "press one to see all its shares",
    layer: "layer {layer}",
    choose: "Layer {layer}, head {head}: {share} on the token before",
  },
  figure: {
    heading: "Layer {layer}, head {head}",
    back: "{share} on the token before, on average",
    describe:
      "A square of cells, a row for each position that looks and a column for each it looks at, darker for a larger share. On average {share} lies one cell left of the diagonal; everything right of the diagonal is empty.",
    note: "A row is who looks, a column what is looked at; a row adds up to 100%. Hatched cells are hidden by the mask. The text is read after an end marker, as in training.",
    who: "who looks",
  },
  lens: {
    heading: "Logit lens: what each layer would have said",
    positions: "The position to look at",
    position: "Position {n}, {token}",
    after: "read out after",
    guesses: "likeliest next tokens",
    embedding: "the embedding",
    layer: "layer {layer}",
    note: "The output layer was trained to read the last state only. Put to an earlier one it gives a hint, not what that layer means.",
  },
  check: "Check every cell right of the diagonal",
  checked: "{cells} cells in {heads} heads; the largest is <live>{largest}</live>.",
  caution:
    "Attention is not an explanation. The picture shows where a position takes from and how much; what is made of it happens in other parts, and other shares can lead to the same answer.",
  limit: {
    ask: "Which of these can the attention picture not tell?",
    choices: {
      where: "From which positions this head takes most",
      right: "Whether a position takes anything from its right",
      made: "What the layer makes of what it took",
      why: "Why the model answered as it did",
    },
    right: "Right.",
    wrong: "This one it can tell.",
    why: {
      where: "That is what the darkest cell in a row shows.",
      right: "The cells right of the diagonal are there to be looked at, and they are 0.",
      made: "Shares say how much is taken. The values that are taken and what follows them are not in the picture.",
      why: "Many heads, layers and weights lie between one square and the answer, and different shares can end in the same one.",
    },
  },
  missions: {
    "one-back": "Find the head that puts the largest share on the token before.",
    "nothing-ahead": "Verify that every cell to the right of the diagonal is 0.",
    "what-it-cannot-tell": "From the list, choose one thing this picture cannot tell.",
  },
  now: { share: "this head {share}" },
  seen: {
    nothing: "Nothing read yet.",
    heads:
      "Of <live>{heads}</live> heads, <live>{half}</live> put at least half on the token before; the most any puts there is <live>{most}</live>.",
    betRight: "Your bet was right.",
    betWrong: "Your bet was the other way.",
    ahead: "Nobody looks ahead: every cell right of the diagonal is 0.",
  },
} as const;
