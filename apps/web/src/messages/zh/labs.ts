import { microGpt } from "./labs/micro-gpt.ts";
import { biasProbe } from "./labs/bias-probe.ts";
import { hallucination } from "./labs/hallucination.ts";
import { rag } from "./labs/rag.ts";
import { generations } from "./labs/generations.ts";
import { fingerprint } from "./labs/fingerprint.ts";
import { frozen } from "./labs/frozen.ts";
import { textScales } from "./labs/text-scales.ts";
import { parameterCounter } from "./labs/parameter-counter.ts";
import { autoregressive } from "./labs/autoregressive.ts";
import { fewShot } from "./labs/few-shot.ts";
import { figures } from "./labs/figures.ts";
import { glassModel } from "./labs/glass-model.ts";
import { gradient } from "./labs/gradient.ts";
import { nextToken } from "./labs/next-token.ts";
import { nextTokenGame } from "./labs/next-token-game.ts";
import { nudge } from "./labs/nudge.ts";
import { sortColumns } from "./labs/sort-columns.ts";
import { energy } from "./labs/energy.ts";
import { tokenizer } from "./labs/tokenizer.ts";
import { promptSurgery } from "./labs/prompt-surgery.ts";
import { trainingPairs } from "./labs/training-pairs.ts";
import { rewriteRequest } from "./labs/rewrite-request.ts";
import { humanOrModel } from "./labs/human-or-model.ts";

export const labs = {
  titles: {
    "parameter-counter": "数参数",
    "text-scales": "文字的尺度",
    "gradient-descent": "梯度下降",
    "nudge-w": "拨一下 w",
    "frozen-or-not": "冻住没有",
    "micro-gpt": "训练一个小 GPT",
    "next-token": "下一个 token",
    "next-token-game": "押注下一个词",
    "training-pairs": "训练对",
    "autoregressive-or-not": "同时写还是一个个写",
    tokenizer: "分词器",
    "few-shot": "要给几个例子",
    "figure-explorer": "慢读图 1.2 和 1.3",
    "sort-columns": "归位",
    "prompt-surgery": "提示手术",
    "rewrite-request": "把要求说清",
    "glass-model": "玻璃模型",
    energy: "一页多少电",
    "bias-probe": "数据的镜子",
    hallucination: "通顺的错话",
    "human-or-model": "谁写的",
    rag: "先查再答",
    "three-generations": "三代模型",
  },
  ledes: {
    "parameter-counter": "从 y = 2x + 5 到 GPT-3，参数是怎么数出来的？",
    "text-scales": "一百万字节，到底是多少字？",
    "gradient-descent": "只看脚下的坡度，能走到谷底吗？",
    "nudge-w": "把一个参数拨动千分之一，损失会变多少？",
    "frozen-or-not": "模型写字的时候，权重真的一个也不动吗？",
    "micro-gpt": "训练时指纹一步一换；停下以后，写多少字还是同一枚吗？",
    "next-token": "同一句话问两遍，为什么会得到两个答案？",
    "next-token-game": "把一百枚筹码押在下一个词上，你比只数词频的对手强多少？",
    "training-pairs": "一句话能出几道题，怎么防止偷看答案？",
    "autoregressive-or-not": "两个人各写半个词，谁也不看谁，会写出什么？",
    tokenizer: "同样一句话，换一张词表，会切成几段？",
    "few-shot": "权重一个都不改，只往提示里添例子，能学到什么程度？",
    "figure-explorer": "数还是那些数，换一根纵轴，结论会变吗？",
    "sort-columns": "八句话，哪几句查得到，哪几句数得出，哪几句要争？",
    "prompt-surgery": "一次只改一处，哪一处管用？",
    "rewrite-request": "一句没说清的要求，空着几处？",
    "glass-model": "打开模型，看每个位置往哪里取、取多少。这能说明什么？",
    energy: "写到第几页，使用的电才赶得上训练的电？",
    "bias-probe": "句子只换一个词，模型偏向哪边？",
    hallucination: "从没读过的东西，它怎么也答得出？",
    "human-or-model": "二十段短文，认得出哪几段是模型写的吗？",
    rag: "把答案摆到它眼前，它就答得对吗？",
    "three-generations": "一张流传的表，哪几格论文里没有？",
  },
  frame: {
    lab: "实验",
    predict: "先猜",
    experiment: "动手",
    missions: "{count, plural, =3 {三个任务} other {任务}}",
    seen: "所见",
    reset: "重置",
    link: "链接",
    linkCopied: "已复制",
    linkManual: "浏览器没有让我们写剪贴板，请自己复制：",
    fullScreen: "全屏",
    leaveFullScreen: "退出全屏",
    table: "以表格查看",
    missionDone: "已完成",
    missionOpen: "未完成",
    off: "关",
  },
  model: {
    endToken: "结束符",
    task: {
      badge: "故事模型，此刻在本机计算",
      failed: "没有算完",
      kept: "你写的和选的都还在，再算一次即可。",
      again: "再算一次",
    },
    name: "故事模型",
    card: "每格 1 MiB，逐块核对 SHA-256。等的时候可以先做上面的猜测。",
    bytes: "{loaded} / {total} MiB",
    fromCache: "本机缓存 {size} MiB",
    fromNetwork: "网络 {size} MiB",
    refused: "校验不符，重取",
    stop: "停止",
    phase: {
      manifest: "在读模型的清单",
      weights: "在取权重",
      runtime: "在启动运行库",
      "warm-up": "在试算一遍",
    },
    progress: "模型载入进度",
    phaseBytes: "{phase}，{bytes}",
    askTitle: "现在载入模型吗？",
    ask: "你的浏览器开着“节省流量”。载入最多用 {size} MiB，只这一次，之后模型就留在这台设备上。",
    askLoad: "载入 {size} MiB",
    stoppedTitle: "停下了",
    stopped: "到手的 {size} MiB 留在这台设备上，再按一次会接着下载。",
    retry: "再试一次",
    resume: "接着载入",
    error: {
      network: {
        title: "模型没有取完",
        body: "网络断了，或者服务器没有回应。到手的部分留在这台设备上，再试会接着下载。你的猜测和设置都在。",
      },
      corrupt: {
        title: "收到的文件和清单对不上",
        body: "同一块取了两次，指纹都不符，所以没有拿来用。其余各块留着。过一会儿再试，多半就好了。",
      },
      unsupported: {
        title: "这个浏览器跑不了模型",
        body: "它缺少 WebAssembly SIMD，或者页面不在安全连接上。你的猜测和设置都在。换一个新些的浏览器；不换的话，有一个实验不需要模型。",
      },
      "out-of-memory": {
        title: "这台设备的内存放不下这个模型",
        body: "关掉几个别的标签页再试。下载好的部分还在，你的猜测和设置也在。",
      },
      worker: {
        title: "模型停住了",
        body: "计算中途断了。已经写出的字还在，重新载入走本机缓存，不必再下载。",
      },
      aborted: { title: "停下了", body: "到手的部分留在这台设备上，再试会接着下载。" },
    },
    toStated: "去不需要模型的实验",
  },
  fingerprint,
  frozen,
  microGpt,
  nextToken,
  nextTokenGame,
  fewShot,
  figures,
  glassModel,
  gradient,
  nudge,
  parameterCounter,
  sortColumns,
  autoregressive,
  textScales,
  energy,
  tokenizer,
  generations,
  promptSurgery,
  trainingPairs,
  rewriteRequest,
  biasProbe,
  hallucination,
  rag,
  humanOrModel,
} as const;
