export const gradient = {
  badge: "computed here, now",
  presets: { contour: "blindfold on a hill", "by-hand": "by hand" },
  presetGroup: "Another starting point",
  bets: {
    contour: "A learning rate of 0.01 works. Will 0.1 be ten times as fast?",
    "by-hand": "With two sliders, how low can you get the loss?",
  },
  betOptions: {
    contour: { a: "Yes, ten times", b: "Faster, not ten times", c: "It flies off" },
    "by-hand": { a: "Down to 0", b: "A little above 0", c: "About 1" },
  },
  betNoted: "Noted; see the last row.",
  fit: {
    heading: "Data and line",
    describe:
      "Five points and the line y = {w} x + {b}. The dashed line is the one before this update; dashes in red are the errors.",
    describeByHand: "Five points and the line y = {w} x + {b}. Dashes in red are the errors.",
  },
  plane: {
    heading: "Parameter plane",
    note: "contours of the loss",
    bottom: "bottom",
    start: "start",
    describe:
      "Contours of the loss; {steps} steps from the start, now at w = {w}, b = {b}. The bottom is at w = {bw}, b = {bb}.",
    outside: "Outside the figure: w = {w}, b = {b}",
  },
  loss: {
    heading: "Loss",
    note: "log axis",
    bottom: "bottom {loss}",
    describe: "Loss by update: {loss} before update {epoch}, {final} after 100, {bottom} at the bottom.",
    clipped: "Above the figure, whose axis ends at {top}",
  },
  previous: "One step back",
  step: "Step",
  all: "All 100 steps",
  stop: "Stop",
  epoch: "Update (epoch)",
  rate: "Learning rate",
  rateMark: "{rate} is the largest stable rate",
  w: "Slope w",
  b: "Intercept b",
  solve: "Least squares",
  code: { heading: "The code", note: "point at a line, its mark lights up" },
  work: {
    heading: "This step, worked",
    before: "before the update",
    raise: "below 0, so raise {name}",
    lower: "above 0, so lower {name}",
    flat: "exactly 0, so {name} stays",
  },
  table: {
    caption: "View as a table (the printed loss belongs to the parameters before the update, w and b to those after)",
    w: "w after",
    b: "b after",
    loss: "loss before",
    x: "x",
    y: "y",
    predicted: "on the line",
    error: "error",
  },
  missions: {
    "near-bottom": "Choose a learning rate that brings the loss to at most 0.1003 after 100 steps.",
    edge: "Bracket the edge: run 0.084 and 0.085 to the end, one still falling, one flying off.",
    overshoot: "At a learning rate of 0.01, stop where b is largest, and see why it turns back.",
    "below-one": "Bring the loss below 1.",
    "below-twelve": "Bring the loss below 0.12.",
    solved: "Press Least squares and read w, b and the loss.",
  },
  now: {
    final: "now {loss}",
    edge: "{runs, plural, one {# rate} other {# rates}} run to the end",
    b: "b = {b}",
    loss: "now {loss}",
    solved: "bottom {loss}",
  },
  seen: {
    falls:
      "At a learning rate of <live>{rate}</live> the loss after 100 steps is <live>{final}</live>, and the bottom is <live>{bottom}</live>: {verdict}. At x = 6 the line predicts <live>{six}</live>.",
    verdict: {
      near: "all but there",
      short: "close, not there",
      crawl: "a long way off",
      swing: "not lost, and not at rest",
    },
    valley:
      "The valley is <live>{ratio}</live> times steeper one way than the other, so a few steps get into it and the rest crawl along.",
    grows:
      "A learning rate of <live>{rate}</live> is above {limit}: every step jumps across the valley and lands higher. After 100 steps the loss is <live>{final}</live>.",
    byHand:
      "w = <live>{w}</live>, b = <live>{b}</live>, and the loss is <live>{loss}</live>. The least these five points allow is <live>{bottom}</live>.",
    whyNotZero:
      "The data were made as y = 2x plus noise, yet least squares gives b = {b}: it fits these five points, noise and all.",
    bet: {
      contour: "On 0.1 you bet “{bet}”; after 100 steps its loss is <live>{loss}</live>.",
      "by-hand": "You bet “{bet}”.",
    },
  },
} as const;
