import { gradient } from "./labs/gradient.ts";
import { nextToken } from "./labs/next-token.ts";

export const labs = {
  titles: { "next-token": "下一个 token", "gradient-descent": "梯度下降" },
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
  nextToken,
  gradient,
} as const;
