import type { Locale } from "@fewshot/quiz";

/** What the models of the lab read. Ours, in the words that the story model was trained on. */
interface Words {
  prompt: string;
  names: readonly string[];
  /** The sentence that tells the name. */
  fact: (name: string) => string;
  beginning: string;
  /** The name as it continues the beginning. */
  asContinued: (name: string) => string;
  fillers: readonly string[];
}

export const words: Readonly<Record<Locale, Words>> = {
  zh: {
    prompt: "从前，有一只小兔子",
    names: ["阿明", "圆圆", "豆豆"],
    fact: (name) => `小狐狸的名字叫${name}。`,
    beginning: "小狐狸的名字叫",
    asContinued: (name) => name,
    fillers: [
      "天亮了，太阳从山后面升起来。小河边的草又绿又软，露水一颗一颗挂在叶子上。鸭子一家排着队下水，最小的那只走得最慢。",
      "中午很热，大树底下却很凉快。老爷爷搬来一把椅子，摇着扇子。蝉叫个不停，狗趴在地上，连尾巴也懒得动一动。",
      "傍晚起风了，云一层一层地跑过来。妈妈把晒在外面的衣服收进屋里。不一会儿，雨点打在窗子上，沙沙地响。",
      "夜里雨停了，月亮照着院子。水缸里也有一个月亮，圆圆的，亮亮的。小猫走过去看了看，轻轻地喝了一口水。",
    ],
  },
  en: {
    prompt: "Once upon a time, there was a little rabbit",
    names: ["Olive", "Tom", "Anna"],
    fact: (name) => `The name of the little fox is ${name}.`,
    beginning: "The name of the little fox is",
    asContinued: (name) => ` ${name}`,
    fillers: [
      "In the morning the sun came up behind the hill. The grass by the river was green and soft. The ducks went down to the water one by one, and the smallest was the last.",
      "At noon it was hot, but it was cool under the big tree. An old man brought a chair and sat down in the shade. The dog lay on the ground and did not even move its tail.",
      "In the evening the wind began to blow, and the clouds came over the hill. Mother took the clothes into the house. Soon the rain was falling on the roof.",
      "At night the rain stopped, and the moon looked down into the garden. There was a moon in the water, too, round and bright. The cat came and drank a little of it.",
    ],
  },
};

/** The other text that stands on the page after so many pieces were added. */
export function fillerText(locale: Locale, pieces: number): string {
  const { fillers } = words[locale];
  return Array.from({ length: pieces }, (_, piece) => `${fillers[piece % fillers.length]}\n`).join("");
}
