import type { Locale } from "@fewshot/quiz";

/** What a micro-GPT reads in this lab. Ours; short, because it is trained while a reader waits. */
interface Texts {
  /** A story: what a new model learns, and the old text of the fine-tuned one. */
  story: string;
  /** Pairs of what somebody says and the answer. */
  dialogues: readonly (readonly [said: string, answer: string])[];
  /** Marks an answer. */
  answerMark: string;
  hello: string;
}

export const texts: Readonly<Record<Locale, Texts>> = {
  zh: {
    story: [
      "山下有一条小河，河边有一间小屋，屋里住着一位老爷爷和一只小猫。",
      "早上，老爷爷去河边打水，小猫跟在后面。水里有一条小鱼，小猫看着小鱼，小鱼看着小猫。",
      "中午，老爷爷在树下睡觉，小猫在树上睡觉。风来了，树叶沙沙地响。",
      "晚上，天上有月亮，水里也有月亮。老爷爷看天上的月亮，小猫看水里的月亮。",
      "小猫伸出爪子，去捞水里的月亮。月亮碎了，一会儿又圆了。",
      "下雨了，河水涨起来，小鱼游到了小屋门前。老爷爷说，你来做客了。小猫没有抓小鱼，只看着它游。",
      "雨停了，河水退下去，小鱼也回到了河里。第二天早上，老爷爷去河边打水，小猫跟在后面，小鱼在水里等着他们。",
      "冬天来了，河上结了冰，山上下了雪。老爷爷在屋里烤火，小猫在火边睡觉，小鱼在冰下睡觉。",
      "春天来了，冰化了，雪也化了，河水又唱起歌来。",
    ].join("\n"),
    dialogues: [
      ["你好", "你好，请坐。"],
      ["你好吗", "我很好，谢谢。"],
      ["早上好", "早上好。"],
      ["晚上好", "晚上好。"],
      ["谢谢", "不客气。"],
      ["谢谢你", "不客气。"],
      ["对不起", "没关系。"],
      ["再见", "再见，慢走。"],
      ["晚安", "晚安，好梦。"],
      ["请问你是谁", "我是小屋的主人。"],
      ["你在家吗", "我在家，请进。"],
      ["我可以进来吗", "可以，请进。"],
      ["我可以坐下吗", "可以，请坐。"],
      ["我可以喝水吗", "可以，请喝水。"],
      ["天上有什么", "天上有月亮。"],
      ["水里有什么", "水里有小鱼。"],
      ["树上有什么", "树上有小猫。"],
      ["山下有什么", "山下有小河。"],
      ["河边有什么", "河边有小屋。"],
      ["屋里有谁", "屋里有老爷爷。"],
      ["小猫在哪里", "小猫在树上。"],
      ["小鱼在哪里", "小鱼在河里。"],
      ["月亮在哪里", "月亮在天上。"],
      ["老爷爷在哪里", "老爷爷在屋里。"],
      ["小屋在哪里", "小屋在河边。"],
      ["今天下雨吗", "今天不下雨。"],
      ["今天下雪吗", "今天不下雪。"],
      ["外面冷吗", "外面很冷，请进。"],
      ["水冷吗", "水不冷，请喝水。"],
      ["你累吗", "我不累，谢谢。"],
      ["你饿吗", "我不饿，谢谢。"],
      ["小猫饿吗", "小猫不饿。"],
      ["小猫睡了吗", "小猫睡了。"],
      ["小鱼睡了吗", "小鱼没有睡。"],
      ["雨停了吗", "雨停了。"],
      ["风停了吗", "风没有停。"],
      ["冰化了吗", "冰化了。"],
      ["春天来了吗", "春天来了。"],
      ["明天见", "明天见。"],
      ["你好，老爷爷", "你好，请坐。"],
    ],
    answerMark: "答：",
    hello: "你好",
  },
  en: {
    story: [
      "There was a small house by the river, and in the house lived an old man and a cat.",
      "In the morning the old man went to the river for water, and the cat went with him. There was a fish in the water. The cat looked at the fish, and the fish looked at the cat.",
      "At noon the old man slept under the tree, and the cat slept in the tree. The wind came, and the leaves made a soft sound.",
      "At night there was a moon in the sky and a moon in the water. The old man looked at the one in the sky, and the cat looked at the one in the water.",
      "The cat put out a paw for the moon in the water. The moon broke, and then it was round again.",
      "The rain came, and the river rose, and the fish swam to the door of the house. The old man said, you have come to see us. The cat did not take the fish. The cat looked on as the fish swam.",
      "The rain went, and the river fell, and the fish went home. In the morning the old man went to the river for water, and the cat went with him, and the fish was there.",
      "Then it was winter, and there was ice on the river. The old man sat by the fire, and the cat slept by the fire, and the fish slept under the ice.",
    ].join("\n"),
    dialogues: [
      ["Hello", "Hello, do come in."],
      ["Good morning", "Good morning to you."],
      ["Good night", "Good night, sleep well."],
      ["How are you?", "I am well, thank you."],
      ["Thank you", "You are welcome."],
      ["Thanks a lot", "You are welcome."],
      ["I am sorry", "It is all right."],
      ["Goodbye", "Goodbye, come again."],
      ["See you soon", "Yes, see you soon."],
      ["Who are you?", "I am the old man."],
      ["Are you at home?", "Yes, do come in."],
      ["May I come in?", "Yes, do come in."],
      ["May I sit down?", "Yes, do sit down."],
      ["May I have some water?", "Yes, here is some water."],
      ["What is in the sky?", "The moon is in the sky."],
      ["What is in the water?", "The fish is in the water."],
      ["What is in the tree?", "The cat is in the tree."],
      ["What is by the river?", "The house is by the river."],
      ["Who is in the house?", "The old man is in the house."],
      ["Where is the cat?", "The cat is in the tree."],
      ["Where is the fish?", "The fish is in the river."],
      ["Where is the moon?", "The moon is in the sky."],
      ["Where is the old man?", "The old man is in the house."],
      ["Where is the house?", "The house is by the river."],
      ["Is it cold?", "Yes, come to the fire."],
      ["Is the water cold?", "No, the water is warm."],
      ["Is there any rain?", "No, there is no rain."],
      ["Is there any snow?", "No, there is no snow."],
      ["Is there any ice?", "Yes, there is some ice."],
      ["Are you tired?", "No, I am not, thank you."],
      ["Are you hungry?", "No, I am not, thank you."],
      ["Is the cat hungry?", "No, the cat is not."],
      ["Is the cat asleep?", "Yes, the cat is asleep."],
      ["Is the fish asleep?", "No, the fish is not."],
      ["Has the rain stopped?", "Yes, the rain has stopped."],
      ["Has the wind stopped?", "No, the wind has not."],
      ["Is it winter?", "Yes, it is winter."],
      ["Is it morning?", "Yes, good morning."],
      ["Hello, old man", "Hello, do sit down."],
      ["Good day", "Good day to you."],
    ],
    answerMark: "A: ",
    hello: "Hello",
  },
};

/** The dialogues as one text, each line of speech followed by its answer. */
export function dialogueText(locale: Locale): string {
  const { dialogues, answerMark } = texts[locale];
  return dialogues.map(([said, answer]) => `${said}\n${answerMark}${answer}\n`).join("");
}
