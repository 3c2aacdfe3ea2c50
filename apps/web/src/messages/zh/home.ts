export const home = {
  title: "想懂语言模型，就亲手运行一个。",
  lede: "一门中英双语的开放课程。<br></br>每个想法都配一个实验，在你的浏览器里真算，不用账号。",
  roll: {
    label: "一次一个 token",
    temperature: "温度：分布有多平",
    draw: "再抽一个",
    odds: "这一次抽中的机会是 <live>{chance}</live>",
    before: "抽过的",
    figure: "八个候选首尾相接，随机数 u = {u}，落在“{word}”上，它的概率是 {chance}。",
    caption:
      "<b>同一个问题，不同的答案。</b>每一段的宽度是一个候选的概率，竖线是抽到的随机数 u，落在谁身上就说谁。这里的比例是我们写训练句子时定下的，不是模型的输出；模型在课里。",
    lesson: "打开这一课",
    table: "以表格查看",
    candidate: "候选",
    probability: "概率",
  },
  course: {
    title: "课程",
    about: "沿着 GPT-3 论文 <i>Language Models are Few-Shot Learners</i> 走一遍，逢数必核。",
    lessons: "{count} 课",
    written: "已写 {written} / {count} 课",
  },
  rules: {
    title: "我们守的规矩",
    canned: {
      name: "没有预录的输出",
      text: "蓝色的数字都是这台设备刚刚算出来的。曲线若是平的，就画成平的。",
    },
    apart: {
      name: "论文归论文，实测归实测",
      text: "印在论文里的是黑色方块，我们测的是蓝色圆圈，两者从不共用一根坐标轴。",
    },
    kept: {
      name: "答案不会丢",
      text: "断网也能作答：先存在本机，连上再交。以后注册，做过的都带走。",
    },
    rank: { name: "中文与英文同级", text: "同一课、同一题、同一份进度，随时切换。" },
  },
  teach: {
    title: "带一个班",
    about: "一条命令装好，自带数据库。",
    classes: "建一个班，或输入班级码",
  },
} as const;
