export const tokenizer = {
  badge: "两张真的词表，在本机切分",
  bet: "hello 👋 world 🌍 有 15 个字符。GPT-2 切成几个 token？",
  betLabel: "你猜的 token 数",
  betUnit: "个 token",
  betNoted: "已记下；把 {text} 放进一个文字框，就见分晓。",
  sides: { one: "文字一", two: "文字二" },
  hint: "最多 {longest} 个字符，空格也算",
  samples: "现成的文字",
  counts: "{characters} 个字符，{bytes} 个字节，{words} 个词（按空格数）",
  vocabularies: { gpt2: "GPT-2", ours: "我们的词表" },
  size: "共 {size} 个",
  tokens: "{count} 个 token",
  empty: "还没有文字。",
  loading: "正在取两张词表，约 250 kB。",
  failed: {
    title: "词表没有取到",
    body: "网络断了，或者服务器没有回应。你写的文字还在。",
    retry: "再试一次",
  },
  table: {
    text: "文字",
    characters: "字符",
    bytes: "字节",
    words: "词",
    gpt2: "GPT-2",
    ours: "我们",
    ids: "GPT-2 的编号",
  },
  missions: {
    "three-and-one": "找一个汉字，GPT-2 切成三段，我们的词表只用一个 token。",
    "two-hellos": "输入 Hello，再在前面加一个空格，让编号依次是 15496 和 18435。",
    "cheap-and-dear":
      "写两段文字：一段不少于 10 个字符，token 数小于词数加 2；另一段不超过 4 个字符，却超过 4 个 token。",
  },
  now: {
    none: "还没写",
    counts: "GPT-2 {gpt2}，我们 {ours}",
    ids: "编号 {ids}",
    extremes: "长的：词数加 {cheapest}；短的：{dearest}",
  },
  seen: {
    none: "词表还在路上。",
    reading:
      "“{text}”有 <live>{characters}</live> 个字符、<live>{bytes}</live> 个字节，GPT-2 切成 <live>{gpt2}</live> 个 token，我们的词表切成 <live>{ours}</live> 个。",
    bet: "“{text}”，你猜 <b>{bet}</b> 个，GPT-2 切成 <live>{gpt2}</live> 个。",
  },
} as const;
