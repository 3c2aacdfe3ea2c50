export const glassModel = {
  badge: "真模型，在本机打开",
  bet: "会不会有一个头，至少一半的比例放在前一个 token 上？",
  betAnswers: { yes: "有，至少一个", no: "没有" },
  betNoted: "记下了，最后一行见分晓。",
  text: {
    label: "让它读一段",
    hint: "只看前 {most} 个 token",
    read: "读",
    reading: "在读",
  },
  empty: {
    title: "打开以后，里面会摆在这里",
    body: "先猜，再按“读”。按下才会取模型，写的字不会离开这台设备。",
  },
  cut: "这段长了些，只看前 {most} 个 token，开头的结束符也算在内。",
  heads: {
    heading: "每一个头，放多少在前一个 token 上",
    hint: "点一个，看它的全部比例",
    layer: "第 {layer} 层",
    choose: "第 {layer} 层第 {head} 个头：{share} 放在前一个 token 上",
  },
  figure: {
    heading: "第 {layer} 层，第 {head} 个头",
    back: "平均 {share} 放在前一个上",
    describe:
      "一块方格：一行是一个在看的位置，一列是被看的位置，颜色越深，比例越大。对角线左边一格平均占 {share}，对角线右边全空着。",
    note: "一行是谁在看，一列是看谁，一行加起来是 100%。画斜线的格子被遮罩挡住。和训练时一样，这段话前面先读一个结束符。",
    who: "谁在看",
  },
  lens: {
    heading: "逐层透视：每一层会怎么接",
    positions: "看哪一个位置",
    position: "第 {n} 个位置，{token}",
    after: "读到哪里",
    guesses: "最可能的下一个 token",
    embedding: "嵌入",
    layer: "第 {layer} 层之后",
    note: "输出层受训时只读最后一层。拿它去读前面的层，得到的是一点线索，不是那一层的意思。",
  },
  check: "检查对角线右边的每一格",
  checked: "{heads} 个头，{cells} 格，最大的是 <live>{largest}</live>。",
  caution:
    "注意力不是解释。图上是一个位置往哪里取、取多少；取来做了什么，在别的部件里。换一种取法，也可能得到同样的回答。",
  limit: {
    ask: "哪一件，这张注意力图说不了？",
    choices: {
      where: "这个头最多从哪个位置取",
      right: "有没有从右边取",
      made: "取来以后，这一层做成了什么",
      why: "模型为什么这样答",
    },
    right: "对。",
    wrong: "这一件它说得了。",
    why: {
      where: "一行里颜色最深的那格就是。",
      right: "对角线右边的格子就摆在那里，都是 0。",
      made: "比例只说取多少。取来的内容，以及后面怎么算，图上没有。",
      why: "从一块方格到回答，中间隔着许多头、许多层、许多参数；不同的比例，也可能走到同一个回答。",
    },
  },
  missions: {
    "one-back": "找出最看重前一个 token 的那个头：它放在前一个 token 上的比例最高。",
    "nothing-ahead": "验一验：对角线右边的每一格都是 0。",
    "what-it-cannot-tell": "从列出的几条里，挑一件这张图说不了的事。",
  },
  now: { share: "这个头 {share}" },
  seen: {
    nothing: "还没有读。",
    heads:
      "<live>{heads}</live> 个头里，<live>{half}</live> 个把至少一半放在前一个 token 上，放得最多的占 <live>{most}</live>。",
    betRight: "你猜对了。",
    betWrong: "和你猜的相反。",
    ahead: "谁也没有往右看：对角线右边的每一格都是 0。",
  },
} as const;
