export const nudge = {
  badge: "computed here, now",
  ask: "With b held at 0 and w moved further and further up, does the slope stay negative?",
  betOptions: { a: "It stays negative", b: "Somewhere it turns positive", c: "It reaches 0 and stays there" },
  betNoted: "Noted; see the last row.",
  w: "Where w is",
  b: "Where b is",
  home: "Back to w = 0, b = 0",
  size: "Size of the nudge",
  nudge: { w: "Nudge w", b: "Nudge b", both: "Nudge both" },
  valley: {
    heading: "Loss for each w",
    held: "b held at {b}",
    describe:
      "With b held at {b}, the loss for each w has the shape of a valley. At w = {w} the loss is {loss} and the tangent has a slope of {slope}.",
  },
  closeUp: {
    heading: "Close up",
    along: { w: "w alone", b: "b alone", both: "w and b together" },
    axis: "loss before",
    describe:
      "This place from near by, {what}: a nudge of {size} changes the loss by {change}. Dashed: straight on, by the slope.",
    describeStill:
      "This place from near by, {size} to either side; nothing is nudged yet. Dashed: straight on, by the slope.",
  },
  reckoning: {
    heading: "From two losses to a slope",
    before: "loss before",
    after: "loss after",
    change: "change of the loss",
    ratio: "change ÷ {size}",
    fromBothSides: "from both sides, ÷ (2 × {size})",
    slope: { w: "by the formula, dw", b: "by the formula, db", both: "by the formula, dw + db" },
  },
  three: {
    heading: "At w = {w}, b = {b}",
    note: "change of the loss, each by {size}",
    w: "w alone",
    b: "b alone",
    both: "both together",
    sum: "the first two added up",
  },
  table: { caption: "View as a table (b held at {b})", loss: "loss" },
  missions: {
    thousandth: "With w and b at 0, nudge w by 0.001 and read the change of the loss.",
    "turning-point": "Hold b at 0, move w, and find where the slope changes sign: bring its size below 0.05.",
    "both-at-once": "Back at 0, nudge w alone, then b alone, then both together.",
  },
  now: { change: "change {change}", slope: "dw = {slope}", made: "{count} of 3" },
  seen: {
    place:
      "At w = <live>{w}</live>, b = <live>{b}</live> the loss is <live>{loss}</live>. The slope of w is <live>{dw}</live>, that of b <live>{db}</live>.",
    nudged: {
      w: "Nudging w by {size} changed the loss by <live>{change}</live>. Divided by {size} that is <live>{ratio}</live>; the slope is <live>{slope}</live>.",
      b: "Nudging b by {size} changed the loss by <live>{change}</live>. Divided by {size} that is <live>{ratio}</live>; the slope is <live>{slope}</live>.",
      both: "Nudging both by {size} changed the loss by <live>{change}</live>. Divided by {size} that is <live>{ratio}</live>; the two slopes add up to <live>{slope}</live>.",
    },
    bet: "You bet “{bet}”. Here the slope is above 0.",
  },
} as const;
