import { readFileSync } from "node:fs";
import {
  convertEnergy,
  countExceptions,
  createBm25,
  createTokenizer,
  drawnJointly,
  effectiveChoices,
  entropyBits,
  exactMatch,
  explainDistribution,
  generations,
  gpt3Sizes,
  GPT3_CONTEXT,
  GPT3_VOCABULARY,
  hanBytes,
  hanCapacity,
  impossibleShare,
  JOULES_PER_PAGE,
  gbkBytes,
  lampMinutes,
  linearLayerParameters,
  logLossBits,
  meanScores,
  nudgeLoss,
  numericGradient,
  pagesToMatchTraining,
  paperScores,
  parameterCount,
  parameterParts,
  plainSampling,
  scoreSizes,
  settings,
  sizeParameters,
  stepHeight,
  tenfoldsBetween,
  tokensPushed,
  trainingPairs,
  utf8Bytes,
  wilsonInterval,
  type SamplingSettings,
  type Setting,
} from "@fewshot/ml-core";
import { LOCALES } from "@fewshot/quiz";
import { describe, expect, it } from "vitest";
import {
  axes,
  bottom,
  largestStableRate,
  lineAfter,
  lossOf,
  runListing,
  slopesAt,
  xs,
  ys,
} from "./gradient-descent/problem.ts";
import { statedLogits, statedShares } from "./next-token/presets.ts";
import { taughtShares } from "./next-token/teaching-shares.ts";
import { statedNumbers } from "./testing/stated-numbers.ts";
import { loadGpt2 } from "./tokenizer/vocabularies.ts";

/** A sentence in English and in Chinese (null where one of them does not say it), and what its numbers must be. */
type Row = [en: string | null, zh: string | null, ...values: number[]];

/** A row whose words are the same in both languages. */
const same = (words: string, ...values: number[]): Row => [words, words, ...values];

// --- What the numbers are computed by. Percentages are in per cent.

const gpt2 = await loadGpt2();
const ours = createTokenizer({
  merges: readFileSync(new URL("../../../../../packages/lm/models/story-v3/merges.txt", import.meta.url), "utf8"),
  kind: "fewshot",
});
const idsOf = (text: string) => gpt2.encode(text);
const tokensOf = (text: string) => idsOf(text).length;

const [gpt1, gpt2Model, gpt3] = generations as readonly [
  (typeof generations)[0],
  (typeof generations)[0],
  (typeof generations)[0],
];
const growth = gpt3.parameters / gpt1.parameters;
const small = { layers: 12, dModel: 768, vocabSize: gpt2Model.vocabSize, contextLength: gpt2Model.contextLength };
const layersOf = (shape: typeof small) => {
  const { attention, feedForward, layerNorms } = parameterParts(shape);
  return attention + feedForward + layerNorms;
};
const sizeNamed = (printed: string) => gpt3Sizes.find((size) => size.printed === printed)!;
const shapeOf = ({ layers, dModel }: { layers: number; dModel: number }) => {
  return { layers, dModel, vocabSize: GPT3_VOCABULARY, contextLength: GPT3_CONTEXT };
};
const [xl, size13, size175] = [sizeNamed("1.3B"), sizeNamed("13B"), sizeNamed("175B")];
const parts175 = parameterParts(shapeOf(size175));
const embeddingShare = (parts: typeof parts175) => (100 * parts.tokenEmbeddings) / parts.total;

const bytesPerToken = 570e9 / 400e9;

const start = slopesAt({ w: 0, b: 0 });
const nudged = nudgeLoss({ xs, ys }, { w: 0, b: 0 }, { w: 0.001, b: 0 });
const run = runListing(0.01).updates;
const after = (updates: number) => lineAfter(0.01, updates);
const end = after(100);
/** w where the loss is least with b held at 0. */
const wAlone = xs.reduce((sum, x, i) => sum + x * ys[i]!, 0) / xs.reduce((sum, x) => sum + x * x, 0);
/** One step in the valley w². */
const stride = (w: number, rate: number) => w - rate * 2 * w;

const simpleAi = (x: number) => 2 * x + 0.5;
/** Updates if the batch grows evenly from 32 thousand tokens to 3.2 million over the first `ramp` tokens. */
const updatesWithRamp = (ramp: number) => (ramp / (3.2e6 - 32e3)) * Math.log(3.2e6 / 32e3) + (300e9 - ramp) / 3.2e6;

const explain = (logits: number[], changed: Partial<SamplingSettings>) =>
  explainDistribution(logits, { ...plainSampling, ...changed });
const shares = (changed: Partial<SamplingSettings>, logits = statedLogits()) =>
  explain(logits, changed).kept.map(({ prob }) => 100 * prob);
const keptBy = (changed: Partial<SamplingSettings>, logits = statedLogits()) => shares(changed, logits).length;
const top = (temperature: number) => shares({ temperature })[0]!;
/** First to second. */
const ratioAt = (temperature: number) => shares({ temperature })[0]! / shares({ temperature })[1]!;
const stated = statedShares.map(({ share }) => 100 * share);
const entropy = entropyBits(statedShares.map(({ share }) => share));
const [china, earth, others] = [taughtShares.first, taughtShares.second, taughtShares.others].map((p) => 100 * p) as [
  number,
  number,
  number,
];
/** Ten draws of three kinds come out as 6, 1, 3: 10!/(6!·1!·3!) = 840 arrangements. */
const sixOneThree = 840 * taughtShares.first ** 6 * taughtShares.second * taughtShares.others ** 3;
const exactlySix = 210 * 0.6 ** 6 * 0.4 ** 4;
const noneInTen = (1 - taughtShares.second) ** 10;
const notAllAlike = 1 - statedShares.reduce((sum, { share }) => sum + share ** 3, 0);

const names = [
  [6, 0],
  [0, 1],
];
const blind = drawnJointly([[6 / 7, 0], [0, 1 / 7]], 0).map((row) => row.map((p) => 49 * p)); // prettier-ignore
const mixed = impossibleShare(names);

const score = (task: string, size: (typeof scoreSizes)[number], setting: Setting) =>
  paperScores.find(({ name }) => name === task)![setting][scoreSizes.indexOf(size)]!;
const symbols = (size: (typeof scoreSizes)[number]) =>
  settings.map((setting) => score("Symbol Insertion", size, setting));
const allOf = (task: string, size: (typeof scoreSizes)[number]) =>
  settings.map((setting) => score(task, size, setting));
const hundred = paperScores.find(({ name }) => name === "Symbol Insertion")!.few;
const [s13, s175] = [symbols("13B"), symbols("175B")] as [[number, number, number], [number, number, number]];
const odds = (from: number, to: number) => stepHeight(from, to, { axis: "log-odds" })!;
const step = (i: number) => [
  hundred[i + 1]! - hundred[i]!,
  stepHeight(hundred[i]!, hundred[i + 1]!, { axis: "log-odds", tenfolds: tenfoldsBetween(i, i + 1) })!,
];
const exceptions = countExceptions();
const cells = paperScores.length * scoreSizes.length;
const curves = paperScores.length * settings.length;
const brokenAt175 = paperScores.filter(({ zero, one, few }) => zero[7]! > one[7]! || one[7]! > few[7]!).length;
const mean175 = settings.map((setting) => meanScores[setting][7]!);
const eightLetters = (q: number) => 100 * exactMatch(q / 100, 8);
const letter = (percent: number) => 100 * (percent / 100) ** (1 / 8);

const pageWh = convertEnergy(JOULES_PER_PAGE, "J", "Wh");
const trainingMWh = 1287;
const bill = (dollarsPerKWh: number) => convertEnergy(trainingMWh, "MWh", "kWh") * dollarsPerKWh;
const pfDay = 1e15 * 86_400;

const wilson = (k: number, n: number) => [100 * wilsonInterval(k, n).low, 100 * wilsonInterval(k, n).high];
const halfWidth = (n: number) => 100 / Math.sqrt(n);

/** What a word in n of 30 passages is worth. */
const worth = (n: number) =>
  createBm25(Array.from({ length: 30 }, (_, i) => (i < n ? ["word"] : ["other"]))).idf("word");

// --- The rows. Items that a generator draws have none: their numbers are computed as they are asked.

const claims: Record<string, Row[]> = {
  "from-gpt-1-to-gpt-3/a-few-examples": [
    ["GPT-3, with # parameters", "GPT-3 有 #个参数，不看", gpt3.parameters],
    [
      "gets #% right with no example, #% with one, and #% with a",
      "不看例子答对 #%，看一个对 #%，看一百个对 #%",
      ...s175,
    ],
    ["| GPT-1 | June # |", "| GPT-1 | # 年 6 月", gpt1.year],
    ["| GPT-2 | February # |", "| GPT-2 | # 年 2 月", gpt2Model.year],
    ["| GPT-3 | May # |", "| GPT-3 | # 年 5 月", gpt3.year],
  ],
  "from-gpt-1-to-gpt-3/three-generations": [
    ["GPT-1 has # parameters", "GPT-1 有 #个参数，也", gpt1.parameters],
    ["About ~ times: # divided by #.", "答案是约 ~ 倍：#除以 #。", growth, gpt3.parameters, gpt1.parameters],
    [
      "GPT-2, at #, stands between them. From there to GPT-3 it is about # times",
      "GPT-2 的 #夹在中间，从它到 GPT-3，约 # 倍",
      gpt2Model.parameters,
      gpt3.parameters / gpt2Model.parameters,
    ],
    ["one centimetre tall and GPT-3 is # metres", "GPT-1 画 1 厘米高，GPT-3 就有 # 米", growth / 100],
    [
      "On this ruler ~ times is a little over # steps",
      "在这把尺子上，~ 倍是#格多一点",
      growth,
      Math.floor(Math.log10(growth)),
    ],
    ["and the # left over", "余下的 # 倍", growth / 1000],
    ["| published | # | # | # |", "| 发布 | # | # | # |", gpt1.year, gpt2Model.year, gpt3.year],
    ["| parameters | # | # | # |", "| 参数 | # | # | # |", gpt1.parameters, gpt2Model.parameters, gpt3.parameters],
    ["| layers | # | # | # |", "| 层数 | # | # | # |", gpt1.layers, gpt2Model.layers, gpt3.layers],
    [
      "| context (tokens) | # | # | # |",
      "| 上下文（token） | # | # | # |",
      gpt1.contextLength,
      gpt2Model.contextLength,
      gpt3.contextLength,
    ],
    ["within a tenth of #.", "和 # 相差不超过一成", growth],
    [
      "made the context # times longer; over the same years the parameters grew about ~ times",
      "一共才 # 倍；参数在同一段时间里变成约 ~ 倍",
      gpt3.contextLength / gpt1.contextLength,
      growth,
    ],
    ["end to end about ~ times", "头尾相差约 ~ 倍", growth],
  ],
  "from-gpt-1-to-gpt-3/three-generations/size-bet": [
    same('"value":#', growth),
    ["117 million is about #.", "1.17 亿，约 # 倍", growth],
  ],
  "from-gpt-1-to-gpt-3/three-generations/log-scale-read": [
    ["Half a step is about # times", "半格是乘约 #，", Math.sqrt(10)],
  ],
  "from-gpt-1-to-gpt-3/counting-parameters": [
    ["has y=2x+5? #:", "y=2x+5 里有几个参数？#个", linearLayerParameters(1, 1)],
    [
      "3+1=# parameters for each output, and # for all",
      "每个输出要 3+1=# 个参数，四个输出，共 # 个",
      linearLayerParameters(3, 1),
      linearLayerParameters(3, 4),
    ],
    [
      "V is #, T is #, L is #, d is #. The sum is #,",
      "V 是 #，T 是 #，L 是 #，d 是 #。算出来是 #，",
      small.vocabSize,
      small.contextLength,
      small.layers,
      small.dModel,
      parameterCount(small),
    ],
    ["so that the total is #.", "让总数等于 #。", parameterCount(small)],
    ["gives # for the model called", "那一行的总数是 #。", 1e6 * size13.millions],
    [
      "Keep V at #, set T to # and the layers to #, enter the printed width #,",
      "V 仍是 #，T 是 #，层数 #，宽度先填论文印的 #，",
      GPT3_VOCABULARY,
      GPT3_CONTEXT,
      size13.layers,
      size13.dModel,
    ],
    [
      "twice the width made it almost # times",
      "宽度翻倍，几乎变成#倍",
      layersOf({ ...small, dModel: 1536 }) / layersOf(small),
    ],
    ["The total fits at #.", "宽度填 #，总数", size13.heads * size13.headWidth],
    [
      "from # to #, a factor of # or # orders",
      "从 # 到 #，相差 # 倍，跨#个数量级",
      sizeParameters[0]!,
      sizeParameters[7]!,
      sizeParameters[7]! / sizeParameters[0]!,
      Math.floor(Math.log10(sizeParameters[7]! / sizeParameters[0]!)),
    ],
    [
      "and # times # is #. With 5140 the total is #. With 5120 it is #,",
      "# 乘 # 是 #。用 5140 算，总数是 #；用 5120 算是 #，",
      size13.heads,
      size13.headWidth,
      5120,
      parameterCount(shapeOf(size13)),
      parameterCount(shapeOf({ ...size13, dModel: 5120 })),
    ],
    [
      "# times # is #, and the width is printed as #.",
      "# 乘 # 是 #，宽度却印着 #。",
      xl.heads,
      xl.headWidth,
      xl.heads * xl.headWidth,
      xl.dModel,
    ],
    [
      "In 175B it has # parameters, or #%, and the layers have #%",
      "它在 175B 里有 #个参数，只占 #%，各层占去 #%",
      parts175.tokenEmbeddings,
      embeddingShare(parts175),
      (100 * (parts175.attention + parts175.feedForward + parts175.layerNorms)) / parts175.total,
    ],
    [
      "In the smallest, 125M, the table has #%",
      "嵌入表就占 #%",
      embeddingShare(parameterParts(shapeOf(sizeNamed("125M")))),
    ],
    ["# of them take # GB", "#个，每个存两字节，是 # GB", gpt3.parameters, (2 * gpt3.parameters) / 1e9],
  ],
  "from-gpt-1-to-gpt-3/counting-parameters/the-dagger": [
    [
      "40 × 128 = #, and 5120 gives #, which",
      "40 × 128 = #，用它算出 #，",
      5120,
      parameterCount(shapeOf({ ...size13, dModel: 5120 })),
    ],
    ["the # that 5140 gives", "5140 的 # 反而", parameterCount(shapeOf(size13))],
  ],
  "from-gpt-1-to-gpt-3/how-much-text": [
    ["so *hello* takes #.", "hello 是 # 个", utf8Bytes("hello")],
    [
      "# bytes in UTF-8, # in GBK. So 你好 takes #, or #.",
      "UTF-8 里一个占 # 字节，GBK 里一个占 # 字节。所以“你好”是 # 个，或者 # 个",
      hanBytes("utf-8"),
      hanBytes("gbk"),
      utf8Bytes("你好"),
      gbkBytes("你好")!,
    ],
    ["gives each of them only # bytes", "每个只有 # 字节", bytesPerToken],
    [
      "One megabyte of Chinese is ~ characters in UTF-8 and ~ in GBK",
      "1 MB 的汉字，UTF-8 是 #，GBK 是 #。",
      hanCapacity(1e6, "utf-8"),
      hanCapacity(1e6, "gbk"),
    ],
    ["Some software means # bytes", "1 MB 是 # 字节", 2 ** 20],
    [
      "It would hold ~ characters in UTF-8 and ~ in GBK",
      "UTF-8 装 #，GBK 装 #。",
      hanCapacity(2 ** 20, "utf-8"),
      hanCapacity(2 ** 20, "gbk"),
    ],
    [
      "a difference of #%, the encoding one of #%",
      "单位差 #%，编码差 #%",
      100 * (2 ** 20 / 1e6 - 1),
      100 * (hanBytes("utf-8") / hanBytes("gbk") - 1),
    ],
    ["about 1 part in # was kept", "大约 # 份里留下 1 份", 45_000 / 570],
    ["| # tokens | those pages", "| # token | 网页加上书", 1e9 * (410 + 19 + 12 + 55 + 3)],
    ["about ~ years to read", "要读约 ~ 年", (300e9 * 0.75) / 250 / (365.25 * 24 * 60)],
    ["\n# bytes: what", "\n# 字节，", bytesPerToken],
    ["each token gets #:", "每个却只有 # 个：", bytesPerToken],
    same("}{400e9}=#", bytesPerToken),
    ["on the order of # TB", "应当在 # TB 上下", (400e9 * 4) / 1e12],
    ["The shares add to #%", "份额加起来是 #%", 60 + 22 + 8 + 8 + 3],
  ],
  "what-training-does/a-line-that-learns": [
    ["the smallest loss here is # and", "这里最小的损失是 #，", bottom.loss],
    same("| y | # | # | # | # | # |", ...ys),
    same(String.raw`2\times3+0.5=#`, simpleAi(3)),
    ["they come to #.", "平方后平均，得 #。", lossOf(0, 0)],
    ["But # is not a share", "可 # 不是任何东西", lossOf(0, 0)],
    ["has more than # times the second", "前一条是后一条的#多倍", Math.floor(lossOf(0, 0) / bottom.loss / 100) * 100],
    ["At # the loss has reached", "损失降到 # 就到底", bottom.loss],
    ["w=#, b=#, and a loss of #.", "w=#，b=#，损失 #。", bottom.w, bottom.b, bottom.loss],
    ["The calculation says #,", "算出来却是 #，", bottom.b],
    ["a loss above #.", "损失反倒比 # 高", bottom.loss],
    ["the lowest loss is #.", "损失最低是 #。", bottom.loss],
  ],
  "what-training-does/a-line-that-learns/sixth-point": [
    same('"value":#', 6 * bottom.w + bottom.b),
    ["gives # at x = 6", "在 x = 6 处给出 #", 6 * bottom.w + bottom.b],
  ],
  "what-training-does/two-lines-of-code": [
    ["both at 0, the loss is #.", "都放在 0，损失是 #。", lossOf(0, 0)],
    ["The loss fell by #.", "损失降了 #。", -nudged],
    ["the quotient is #.", "拨动的大小，得 #。", nudged / 0.001],
    ["the closer it comes to #.", "这个比值越靠近 #。", start.dw],
    ["the one for b: #.", "b 也有自己的坡度，是 #。", start.db],
    ["agrees with # to # decimals", null, numericGradient({ xs, ys }, { w: 0, b: 0 }, 1e-6).dw, 6],
    [null, "得到的数和 # #位小数", numericGradient({ xs, ys }, { w: 0, b: 0 }, 1e-6).dw, 6],
    ["changes sign near w = #.", "到 w 约为 # 处变号", wAlone],
    [
      String.raw`0-0.01\times(#)=# and 0-0.01\times(#)=#.`,
      String.raw`0-0.01\times(#)=#，0-0.01\times(#)=#。`,
      start.dw,
      after(1).w,
      start.db,
      after(1).b,
    ],
    ["the loss from # to #.", "损失从 # 落到 #。", lossOf(0, 0), run[1]!.loss],
  ],
  "what-training-does/two-lines-of-code/nudge-bet": [
    ["the loss, now #,", "损失（现在是 #）", lossOf(0, 0)],
    ["It falls by #. The", "降了 #。", -nudged],
    ["It changes # times", "变的却是它的 # 倍", -nudged / 0.001],
  ],
  "what-training-does/blindfold-on-a-hill": [
    ["the next places are # and #,", "落脚点依次是 #、#，", stride(10, 0.1), stride(stride(10, 0.1), 0.1)],
    [String.raw`The first step is 10-1.1\times20=#:`, String.raw`第一步 10-1.1\times20=#，`, stride(10, 1.1)],
    ["The second lands at #.", "第二步落在 #。", stride(stride(10, 1.1), 1.1)],
    ["After 100 steps at 0.1 the loss is #.", "学习率 0.1 走 100 步，损失是 #。", runListing(0.1).finalLoss],
    [String.raw`With \eta=0.1 the factor is #`, String.raw`\eta=0.1 时乘 #，`, 1 - 0.1 * 2],
    [String.raw`With \eta=1.1 it is #`, String.raw`\eta=1.1 时乘 #，`, 1 - 1.1 * 2],
    [
      "with a curvature of #, and gently in the other, with #. The ratio is #.",
      "一个方向陡，曲率 #；一个方向平，曲率 #；前者是后者的 # 倍",
      axes[0].curvature,
      axes[1].curvature,
      axes[0].curvature / axes[1].curvature,
    ],
    same(String.raw`2\div#=#`, axes[0].curvature, largestStableRate),
    ["at step # b stands at #.", "到第 # 步，b 有 #。", runListing(0.01).peakEpoch, run[runListing(0.01).peakEpoch]!.b],
    ["where b is #.", "谷底的 b 是 #。", bottom.b],
    ...[20, 40, 60, 80].map((i) => same(`| ${i} | # | # | # |`, run[i]!.w, run[i]!.b, run[i]!.loss)),
    [
      "prints w=#, b=#, loss=#. The # belongs to the start; at # and # the loss is already #.",
      "打印 w=#, b=#, loss=#，# 属于出发点；走到 # 和 #，损失已经是 #。",
      run[0]!.w,
      run[0]!.b,
      run[0]!.loss,
      run[0]!.loss,
      run[0]!.w,
      run[0]!.b,
      run[1]!.loss,
    ],
    [
      "and # is far off. At the bottom the loss is #, and after 100 steps it is #.",
      "离 # 远着呢。谷底的损失是 #，走完 100 步是 #。",
      bottom.b,
      bottom.loss,
      lossOf(end.w, end.b),
    ],
    [
      "the line now gives #, and the line at the bottom #.",
      "此时的线给 #，谷底的线给 #。",
      6 * end.w + end.b,
      6 * bottom.w + bottom.b,
    ],
    ["After 1,000 steps b is #.", "走 1000 步，b 是 #；", after(1000).b],
    [
      "After 5,000 it agrees with least squares to # decimals",
      "走 5000 步，和最小二乘#位小数都对得上",
      Math.floor(-Math.log10(2 * Math.abs(after(5000).b - bottom.b))) - 1,
    ],
    ["a little over # thousandths", "千分之#多一点", Math.floor(1000 * 0.01 * axes[1].curvature)],
  ],
  "what-training-does/blindfold-on-a-hill/printed-line": [
    ["The loss of y = #x + # is #,", "y = #x + # 的损失是 #，", run[0]!.w, run[0]!.b, run[1]!.loss],
  ],
  "what-training-does/blindfold-on-a-hill/barely-moves": [
    ["only fell from # to #,", "只从 # 降到 #，", run[60]!.loss, run[80]!.loss],
    [
      "b went from # to #, and at the bottom it is #,",
      "b 从 # 降到 #，而谷底的 b 是 #，",
      run[60]!.b,
      run[80]!.b,
      bottom.b,
    ],
    ["compare with the # of the bottom", "和谷底的 # 比一比", bottom.loss],
  ],
  "what-training-does/blindfold-on-a-hill/other-noise": [["the limit of # stays", "上限 # 没有变", largestStableRate]],
  "frozen-weights/train-once-use-many": [
    ["the answers were # and #,", "两次问到 # 和 #，", simpleAi(3), simpleAi(5)],
    same("{3.2e6}=#", 300e9 / 3.2e6),
    ["the total comes to about ~.", "把这一段算进去，约 ~次", updatesWithRamp(8e9)],
  ],
  "frozen-weights/train-once-use-many/updates-175b": [
    same('"value":#', 300e9 / 3.2e6),
    ["3,200,000 = #.", "3,200,000 = #。", 300e9 / 3.2e6],
  ],
  "frozen-weights/train-once-use-many/after-a-thousand": [
    same('"value":#', simpleAi(7)),
    same("2.0 × 7 + 0.5 = #", simpleAi(7)),
  ],
  "frozen-weights/what-the-context-holds": [
    ["For GPT-3 that is # (", "GPT-3 是 #（", GPT3_CONTEXT],
    same(String.raw`\frac{#}{100}\approx #`, GPT3_CONTEXT, GPT3_CONTEXT / 100),
    ["alone takes #.", "光是“我来自地球”就要 # 个", tokensOf("我来自地球")],
  ],
  "predict-next-token/one-token-at-a-time": [
    [
      "#% go on with “China”, #% with “Earth”, and the remaining #%",
      "#% 接“中”（中国），#% 接“地”（地球），余下的 #%",
      china,
      earth,
      others,
    ],
    ["It is not one exercise. It is #:", "它不是一道题，是#道填空题", trainingPairs([..."我来自地球"], "").length],
    ["# sentences pull one way", "#句往这边拉", china / earth],
    ["settles near # to one", "停在#比一附近", china / earth],
    same(String.raw`1-0.9^{10}\approx #%`, 100 * (1 - noneInTen)),
    ["One time in # it never", "#回里有一回", 1 / noneInTen],
    ["there are # candidates", "一共#个候选", stated.length],
    ["climbs from #% to #%; at T=2 it falls to #%", "从 #% 升到 #%；T=2 时，跌到 #%", top(1), top(0.5), top(2)],
    ["“Earth” remain, at #% and #%", "只剩“中”和“地”，变成 #% 对 #%", ...shares({ topP: 0.65 })],
    [
      "the number kept go from # to #",
      "剩下的个数从 # 变成 #",
      keptBy({ temperature: 2, topP: 0.8 }),
      keptBy({ temperature: 2, topP: 0.8, order: "llama.cpp" }),
    ],
  ],
  "predict-next-token/one-token-at-a-time/first-bet": [
    same('"china":#,"earth":#,"other":#', china / 100, earth / 100, others / 100),
    ["the shares are #%, #% and #%", "是 #%、#%、#%", china, earth, others],
  ],
  "predict-next-token/one-token-at-a-time/pairs": [same('"value":#', trainingPairs([..."我来自地球"], "").length)],
  "predict-next-token/one-token-at-a-time/ten-draws": [
    ["about #%, so at least one has about #%", "约 #%，所以至少一次约 #%", 100 * noneInTen, 100 - 100 * noneInTen],
  ],
  "predict-next-token/one-token-at-a-time/top-p-list": [
    ["a: The first two: #% and #%", null, ...shares({ topP: 0.65 })],
    ["60/70 = #%, 10/70 = #%", "60/70 = #%，10/70 = #%", ...shares({ topP: 0.65 })],
  ],
  "predict-next-token/tokens-are-not-characters": [
    ["\n#\n", "\n#个\n", tokensOf("我来自地球")],
    ...[..."我来自地球"].map((char) =>
      same(
        `| ${char} | ${idsOf(char)
          .map(() => "#")
          .join(" ")} | # |`,
        ...idsOf(char),
        tokensOf(char),
      ),
    ),
    [
      "The middle one takes #, the others # each: # in all",
      "“自”要#个，别的各要#个，合起来 # 个",
      tokensOf("自"),
      tokensOf("我"),
      tokensOf("我来自地球"),
    ],
    ["each of these takes #, so the five take #.", "每个占 # 个，一共 # 个", utf8Bytes("我"), utf8Bytes("我来自地球")],
    ["one end token make #.", "再添一个结束符，正好 #。", gpt2.size],
    [
      "there each of these # is a single token",
      "上面这#个字，在它那里各是一个 token",
      ours.encode("我来自地球").length,
    ],
    ["As the # tokens arrive", "下面是这 # 个 token", tokensOf("我来自地球")],
    ["GPT-2 needs # turns", "要接 # 次", tokensOf("我来自地球")],
    [
      "Hello has the id #; with a space before it, #.",
      "Hello 的编号是 #，前面带上空格，就成了 #。",
      idsOf("Hello")[0]!,
      idsOf(" Hello")[0]!,
    ],
    ["get the ids # and #", "编号依次是 # 和 #", idsOf("Hello")[0]!, idsOf(" Hello")[0]!],
    ["has # characters. How", "有 # 个字符", [..."hello 👋 world 🌍"].length],
  ],
  "predict-next-token/tokens-are-not-characters/first-count": [
    same('"value":#', tokensOf("我来自地球")),
    [
      "#: # for 我, # for 来, # for 自, # for 地, # for 球",
      "是 # 个：我 #、来 #、自 #、地 #、球 #",
      tokensOf("我来自地球"),
      ...[..."我来自地球"].map(tokensOf),
    ],
  ],
  "predict-next-token/training-pairs": [
    [
      "has # tokens, and an end token after them. That makes # exercises",
      "一段 # 个 token 的训练资料，后面跟一个结束符。它能出 # 道",
      12,
      trainingPairs([..."abcdefghijkl"], "").length,
    ],
    ["five columns, # exercises", "五列#道题", trainingPairs([..."我来自地球"], "").length],
    ["id #.", "编号 #。", gpt2.size - 1],
  ],
  "predict-next-token/dice-and-knobs": [
    ["#% “China”, #% “Earth”, #% something", "#% 接“中”，#% 接“地”，#% 接别的", china, earth, others],
    [
      "Exactly # “China”, # “Earth” and # others",
      "恰好 # 次“中”、# 次“地”、# 次别的",
      china / 10,
      earth / 10,
      others / 10,
    ],
    ["\n#%. # times in ten", "\n#%。十回里有#回", 100 * sixOneThree, 10 * (1 - sixOneThree)],
    ["with a chance of only #%", "恰好六次的机会也不过 #%", 100 * exactlySix],
    ["not all alike is #%", "三次不全相同的机会是 #%", 100 * notAllAlike],
    ["as # to 1. At T=0.5", "原是 # 比 1", ratioAt(1)],
    ["the ratio is # to 1, and “China” rises to #%", "变成 # 比 1，“中”升到 #%", ratioAt(0.5), top(0.5)],
    ["shrinks to about # to 1, and “China” drops to #%", "变成约 # 比 1，“中”落到 #%", ratioAt(2), top(2)],
    ["eight candidates at #, #, #, #, #, #, # and #%", "八个候选，#、#、#、#、#、#、#、#（%）", ...stated],
    ["| top_k = 3 | keep the first three | # |", "| top_k = 3 | 只留前三名 | # |", keptBy({ topK: 3 })],
    ["stop at 65% | # |", "够 65% 就停 | # |", keptBy({ topP: 0.65 })],
    ["a tenth of the first | # |", "十分之一的删掉 | # |", keptBy({ minP: 0.1 })],
    ["60, 10 and 8 become #%, #% and #%", "60、10、8 就成了 #%、#%、#%", ...shares({ topK: 3 })],
    ["have # bits,", "八个候选是 # 比特", entropy],
    same(String.raw`2^{#}\approx #`, entropy, effectiveChoices(statedShares.map(({ share }) => share))),
    [
      "costs # bit; a quarter, # bits",
      "押了一半，扣 # 比特；押了四分之一，扣 # 比特",
      logLossBits(0.5),
      logLossBits(0.25),
    ],
  ],
  "predict-next-token/dice-and-knobs/exactly-as-expected": [
    same('"value":#', 100 * sixOneThree),
    ["About #%.", "约 #%。", 100 * sixOneThree],
  ],
  "predict-next-token/dice-and-knobs/held-out-sentence": [
    ["costs # bit, a quarter # bits", "扣 # 比特，押四分之一扣 # 比特", logLossBits(0.5), logLossBits(0.25)],
  ],
  "predict-next-token/why-one-at-a-time": [
    ["Sri Lanka #/49 | Sri Verde #/49", "中国 #/49 | 中球 #/49", blind[0]![0]!, blind[0]![1]!],
    ["Cape Lanka #/49 | Cape Verde #/49", "地国 #/49 | 地球 #/49", blind[1]![0]!, blind[1]![1]!],
    [
      "together have #/#, about #%",
      "合起来是 #/#，约 #%",
      mixed.numerator,
      mixed.denominator,
      (100 * mixed.numerator) / mixed.denominator,
    ],
    [null, "各占一半时最糟，拼错 #%", 50],
    [
      "the last 100: # in all. With it, each step pushes only the newest: #.",
      "合计 # 个。存着，每步只送最新的一个，合计 # 个",
      tokensPushed(100, false),
      tokensPushed(100, true),
    ],
    ["a cache turns # into #", "缓存把 # 变成 #", tokensPushed(100, false), tokensPushed(100, true)],
  ],
  "predict-next-token/why-one-at-a-time/mixed-guess": [
    same('"value":#', (100 * mixed.numerator) / mixed.denominator),
    [
      "About #%, nearly one in #.",
      "约 #%，#回里",
      (100 * mixed.numerator) / mixed.denominator,
      mixed.denominator / mixed.numerator,
    ],
  ],
  "learning-in-context/zero-one-few": [
    ["context window of # tokens, shared", "上下文窗口是 # 个 token，", GPT3_CONTEXT],
    ["each may take # tokens", "平均每个只剩 # 个", GPT3_CONTEXT / 100],
    same(String.raw`2000\div 20=#`, (GPT3_CONTEXT - 48) / 20),
    ["and only # go in", "只放得下#个", (GPT3_CONTEXT - 48) / 40],
  ],
  "learning-in-context/fine-tune-or-show": [
    [
      "(#%); on five-digit sums it gets #%",
      "（#%）；换成五位数，只对 #%",
      score("2D+", "175B", "few"),
      score("5D+", "175B", "few"),
    ],
    ["gives #% for WiC", "WiC 的少样本是 #%", score("WiC", "175B", "few")],
  ],
  "learning-in-context/reading-figure-1-2": [
    same("| 1.3B | #% | #% | #% |", ...symbols("1.3B")),
    same("| 13B | #% | #% | #% |", ...s13),
    same("| 175B | #% | #% | #% |", ...s175),
    [
      "from #% to #%, a gain of # percentage points. The next ninety-nine, all together, add #.",
      "从 #% 到了 #%，多对 # 个百分点；后面的九十九个例子加在一起，才再添 # 个",
      s175[0],
      s175[1],
      s175[1] - s175[0],
      s175[2] - s175[1],
    ],
    ["# points. The next ninety-nine added #.", "# 个百分点。后面九十九个添了 # 个", s13[1] - s13[0], s13[2] - s13[1]],
    ["gave 13B # and gave 175B #:", "给 13B 添了 #，给 175B 添了 #，", odds(s13[0], s13[1]), odds(s175[0], s175[1])],
    [
      "gets #% with one example and #% with a hundred",
      "给一个例子对 #%，给一百个对 #%",
      score("Reversed Words", "175B", "one"),
      score("Reversed Words", "175B", "few"),
    ],
    ["in order, #, #, #, #, #, #, # and #%", "逐级是 #、#、#、#、#、#、#、#（", ...hundred],
    ["175B: # → # → #", "175B：# → # → #", ...s175],
  ],
  "learning-in-context/reading-figure-1-2/three-bets": [
    same('"k0":{"value":#,"tolerance":8},"k1":{"value":#,"tolerance":8},"k100":{"value":#', ...s175),
    ["\n#%, #%, #%.", "\n#%、#%、#%。", ...s175],
  ],
  "learning-in-context/reading-figure-1-2/first-example-13b": [
    same('"value":#', s13[1] - s13[0]),
    same("6.62 - 0.89 = #", s13[1] - s13[0]),
    same("6.62 ÷ 0.89 ≈ #", s13[1] / s13[0]),
  ],
  "learning-in-context/reading-figure-1-2/order-gains": [
    [
      "#, #, #, #. For 175B",
      "#、#、#、#。对 175B",
      s175[1] - s175[0],
      s175[2] - s175[1],
      s13[2] - s13[1],
      s13[1] - s13[0],
    ],
  ],
  "learning-in-context/reading-figure-1-3": [
    ["We carry # of its rows", "我们抄下 # 行", paperScores.length],
    ["for each of # sizes, # cells in all", "#种大小各占一格，一共 # 格", scoreSizes.length, cells],
    ["\nIn #: #%,", "\n# 格，占 #%，", exceptions.cells, (100 * exceptions.cells) / cells],
    ["for 175B it is # zero-shot, # one-shot, # few-shot", "175B 零样本 #、单样本 #、少样本 #。", ...mean175],
    ["# rows of the 27 break", "27 行里有#行破", brokenAt175],
    same("| HellaSwag | # | # | # |", ...allOf("HellaSwag", "175B")),
    same("| PIQA | # | # | # |", ...allOf("PIQA", "175B")),
    same("| LAMBADA | # | # | # |", ...allOf("LAMBADA", "175B")),
    ["| Reversed words | # | # | # |", "| 倒写的单词 | # | # | # |", ...allOf("Reversed Words", "175B")],
    [
      "breaks later, by # of a point",
      "破在后半截，差 # 个百分点",
      score("Reversed Words", "175B", "one") - score("Reversed Words", "175B", "few"),
    ],
    ["125M gets #%; with one it gets #%, and with many still #%", null, ...allOf("LAMBADA", "125M")],
    [null, "它零样本对 #%，给了例子反而只有 #%", score("LAMBADA", "125M", "zero"), score("LAMBADA", "125M", "one")],
    [
      "the zero-shot score is # at every size",
      "八种大小全是 #。",
      Math.max(...paperScores.find(({ name }) => name === "WiC")!.zero),
    ],
    ["Of # curves, how many", "# 条曲线里有几条", curves],
    ["# of the # curves go down", null, exceptions.curves, curves],
    [null, "# 条曲线里，# 条中途", curves, exceptions.curves],
    [
      "Of # cells in # rows, # break the order; at 175B, # of the # rows do",
      null,
      cells,
      paperScores.length,
      exceptions.cells,
      brokenAt175,
      paperScores.length,
    ],
    [
      null,
      "# 行、# 格里，# 格次序不对；最大的 175B，# 行里有 # 行",
      paperScores.length,
      cells,
      exceptions.cells,
      paperScores.length,
      brokenAt175,
    ],
  ],
  "learning-in-context/reading-figure-1-3/broken-cells-bet": [
    same('"value":#', exceptions.cells),
    ["\n#, which is #%", "\n# 格，#%", exceptions.cells, (100 * exceptions.cells) / cells],
  ],
  "learning-in-context/reading-figure-1-3/average-claim": [
    ["# of # curves go down", null, exceptions.curves, curves],
    [null, "# 条曲线里有 # 条", curves, exceptions.curves],
  ],
  "learning-in-context/is-it-emergence": [
    ["| Right (%) | # | # | # | # | # | # | # | # |", "| 答对（%） | # | # | # | # | # | # | # | # |", ...hundred],
    ["it leaps from # to #.", "最后一步从 # 跳到 #。", hundred[6]!, hundred[7]!],
    ...hundred.slice(1).map((_, i) => same(`| ${scoreSizes[i]} → ${scoreSizes[i + 1]} | # | # |`, ...step(i))),
    ["the tallest, # points", "最后一级最高，# 个百分点", step(6)[0]!],
    ["to gain #.", "就上了 #。", step(5)[0]!],
    ["the last step is #, second", "最后一级是 #，排在", step(6)[1]!],
    ["of 10,000 questions, 0.11% is #,", "0.11% 只有 # 题", 0.0011 * 10_000],
    ["At q=0.9, p is only #%", "q=0.9 时，p 只有 #%", eightLetters(90)],
    same("| p | #% | #% | #% | #% | #% |", ...[60, 70, 80, 90, 95].map(eightLetters)),
    [
      "27.3% needs a q of about #%, and 67.2% about #%",
      "27.3% 对应的 q 约是 #%，67.2% 对应约 #%",
      letter(27.3),
      letter(67.2),
    ],
    ["whole words go from #% to #%", "整词就从 #% 到 #%", eightLetters(85), eightLetters(95)],
  ],
  "learning-in-context/is-it-emergence/tallest-step-bet": [
    [
      "where # becomes #, more than # times",
      "# 变成 #，#倍还多",
      hundred[1]!,
      hundred[2]!,
      Math.floor(hundred[2]! / hundred[1]!),
    ],
  ],
  "learning-in-context/is-it-emergence/which-axis": [
    ["the tallest, # points", "最高，# 个百分点", step(6)[0]!],
    ["the last is #, well short of the # before it", "最后一级只有 #，比它前一级的 # 矮", step(6)[1]!, step(5)[1]!],
  ],
  "talking-to-a-model/three-pieces-of-advice": [
    ["It gets #% right. One", "也不给，对 #%。", s13[0]],
    ["The larger model gets to #%, the example to #%", "换模型，到 #%；补例子，到 #%", s175[0], s13[1]],
    same("| 13B | #% | #% |", s13[0], s13[1]),
    same("| 175B | #% | #% |", s175[0], s175[1]),
    ["gives 13B # and gives 175B #,", "给 13B 添 #，给 175B 添 #，", odds(s13[0], s13[1]), odds(s175[0], s175[1])],
    [
      "| 175B: #% to #% | 125M on LAMBADA: #% down to #% |",
      "| 175B：从 #% 到 #% | 125M 考 LAMBADA：从 #% 掉到 #% |",
      s175[0],
      s175[1],
      score("LAMBADA", "125M", "zero"),
      score("LAMBADA", "125M", "one"),
    ],
    ["We carry # rows", "那张表我们收了 # 行", paperScores.length],
    ["they give # curves, of which # dip", "能画出 # 条曲线。其中 # 条", curves, exceptions.curves],
    [
      "175B went from #% to #%",
      "也从 #% 到了 #%",
      score("HellaSwag", "175B", "zero"),
      score("HellaSwag", "175B", "one"),
    ],
  ],
  "talking-to-a-model/say-what-you-want": [["2 × 2 × 2 × 2 × 2, or #.", "2 × 2 × 2 × 2 × 2，#张", 2 ** 5]],
  "talking-to-a-model/skills-were-there": [["save #.", "省 # 条", 5 * (10_000 - 20)]],
  "cost-and-limits/dear-to-train-cheap-to-run": [
    [
      "are # watt-hours, so a page takes #.",
      "0.4 千瓦时是 # 瓦时，摊到 100 页，一页 # 瓦时",
      convertEnergy(0.4, "kWh", "Wh"),
      pageWh,
    ],
    ["would burn for # minutes", "够它亮 # 分钟", lampMinutes(1, 10)],
    [
      "A watt-hour is # joules, which makes a page # kilojoules",
      "1 瓦时是 # 焦，一页 # 千焦",
      convertEnergy(1, "Wh", "J"),
      convertEnergy(pageWh, "Wh", "kJ"),
    ],
    ["the hundred pages cost # cents", "100 页是 # 美分", 0.4 * 10],
    same(String.raw`E=n\times #\ `, pageWh),
    ["Fifty pages are # watt-hours", "写 50 页，是 # 瓦时", 50 * pageWh],
    ["| about US~ to ~ |", "| 约 ~到 ~美元 |", bill(0.05), bill(0.1)],
    ["lies between ~ and ~ dollars", "电费在 ~到 ~美元之间", bill(0.05), bill(0.1)],
    [
      "or # operations. Times #, that is the often quoted #.",
      "合 # 次。乘以 #，就是那个常引的 #。",
      pfDay,
      3640,
      3640 * pfDay,
    ],
    ["\nSome ~ pages", "\n~页上下", pagesToMatchTraining(trainingMWh)],
    same(String.raw`}{4\ \text{Wh}}\approx #`, pagesToMatchTraining(trainingMWh)),
    ["About ~. Above", "约 #页。上面", pagesToMatchTraining(trainingMWh)],
    ["about # Wh, a 10-watt lamp for # minutes", "写一页约 # 瓦时，是 10 瓦的灯亮 # 分钟", pageWh, lampMinutes(1, 10)],
    ["It takes about ~ pages", "约 #页才抵得上", pagesToMatchTraining(trainingMWh)],
  ],
  "cost-and-limits/dear-to-train-cheap-to-run/lamp-bet": [
    same('"value":#', lampMinutes(1, 10)),
    ["About # minutes", "约 # 分钟", lampMinutes(1, 10)],
  ],
  "cost-and-limits/mirror-of-the-data": [
    [
      "it is #. Subtracting would give # percentage",
      "比是 #。为什么不用减法？60 减 10 是 # 个",
      china / earth,
      china - earth,
    ],
    ["for about # of the #,", null, 0.83 * 388, 388],
    [null, "# 种里约有 # 种", 388, 0.83 * 388],
    ["shrinks to about # to 1", "缩成约 # 比 1", ratioAt(2)],
    ["it becomes # to 1", "就成了 # 比 1", ratioAt(0.5)],
  ],
  "cost-and-limits/mirror-of-the-data/turn-it-down": [["6 to 1 becomes # to 1", "6 比 1 成了 # 比 1", ratioAt(0.5)]],
  "cost-and-limits/fluent-and-wrong": [
    ["“China” goes from #% to #%", "“中”从 #% 升到 #%", top(1), top(0.5)],
    ["| I come from “China” | #% |", "| 我来自，接“中”（中国） | #% |", china],
    ["| I come from “Earth” | #% |", "| 我来自，接“地”（地球） | #% |", earth],
  ],
  "cost-and-limits/who-wrote-this": [
    ["Suppose 12 were right: #%", "对了 12 段，#%", (100 * 12) / 20],
    [
      "With 10,000 questions that is # percentage point either way. With 20 it is #.",
      "一万题，左右晃 # 个百分点；20 题，左右晃 # 个",
      halfWidth(10_000),
      halfWidth(20),
    ],
    ["12 right in 20 gives an interval from #% to #%", "20 题对 12 题，区间是 #% 到 #%", ...wilson(12, 20)],
    ["can be off by more than # points", "左右能晃#多个百分点", Math.floor(halfWidth(20) / 10) * 10],
    ["175B gets #% of the additions", "给例子后，加法对 #%", score("3D+", "175B", "few")],
  ],
  "cost-and-limits/who-wrote-this/twelve-of-twenty": [["interval from #% to #%", "区间是 #% 到 #%", ...wilson(12, 20)]],
  "beyond-the-weights/look-it-up": [
    ["Both kinds say #,", "两种人都答 #，", GPT3_CONTEXT],
    same(String.raw`\ln(1+29.5/1.5)\approx#`, worth(1)),
    same(String.raw`\ln(1+0.5/30.5)\approx#`, worth(30)),
    ["One is more than # times", "差了#多倍", Math.floor(worth(1) / worth(30) / 100) * 100],
  ],
  "beyond-the-weights/after-pre-training": [["中 falls from #% to #%", "“中”从 #% 降到 #%", top(1), top(2)]],
  "beyond-the-weights/tool-or-mind": [["with one example, 175B gets #% right", "给一个例子，175B 对 #%", s175[1]]],
};

describe.each(Object.entries(claims))("%s states what is computed", (at, rows) => {
  const sentences = rows.flatMap(([en, zh, ...values]) =>
    LOCALES.map((locale) => ({ locale, words: { en, zh }[locale], values })),
  );

  it.each(sentences.filter(({ words }) => words !== null))("$locale: $words", ({ locale, words, values }) => {
    const found = statedNumbers(at, locale, words ?? "");
    expect(found).toHaveLength(values.length);
    for (const [i, { value, halfPlace }] of found.entries()) {
      const computed = values[i] ?? NaN;
      expect(Math.abs(computed - value), `${computed} is printed as ${value}`).toBeLessThanOrEqual(
        halfPlace * (1 + 1e-9),
      );
    }
  });
});
