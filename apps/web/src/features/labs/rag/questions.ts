import type { Locale, Text } from "@fewshot/quiz";

/** A question to the knowledge base. */
export interface Question {
  /** In the words of the course. */
  plain: Text;
  /** The same in other words, which share little with the passage. */
  reworded: Text;
  /** Null if the knowledge base does not answer it. */
  answer: {
    /** Position of the passage that does. */
    passage: number;
    /** How an answer begins; the model's probability is that of what comes next. */
    lead: Text;
    /** What comes next, in English with its space. */
    text: Text;
  } | null;
}

/** Six questions that the knowledge base answers, then three that it does not. */
export const questions: readonly Question[] = [
  {
    plain: { zh: "GPT-3 一次最多看得到多少个 token？", en: "How many tokens can GPT-3 see at once?" },
    reworded: { zh: "它能读进多厚的书？", en: "How long a page will it take in?" },
    answer: {
      passage: 0,
      lead: { zh: "GPT-3 是", en: "For GPT-3 that is" },
      text: { zh: " 2048", en: " 2048" },
    },
  },
  {
    plain: { zh: "83% 数的是多少种职业？", en: "The 83% counts occupations: out of how many?" },
    reworded: { zh: "那张单子上有几样工作？", en: "Which jobs were on their list?" },
    answer: {
      passage: 1,
      lead: { zh: "83% 数的是职业：", en: "For about 322 of the" },
      text: { zh: "388", en: " 388" },
    },
  },
  {
    plain: { zh: "话通顺，却没有事实根据，这叫什么？", en: "What reads well and has no basis in fact?" },
    reworded: { zh: "瞎编的毛病，怎么称呼？", en: "Is there a word for making things up?" },
    answer: {
      passage: 2,
      lead: { zh: "没有事实根据，这叫", en: "It reads well and has no basis in fact, which is called" },
      text: { zh: "幻觉", en: " hallucination" },
    },
  },
  {
    plain: { zh: "GPT-3 的网页资料过滤以后是多大？", en: "How large were the web pages for GPT-3, once filtered?" },
    reworded: { zh: "脏东西扔掉，还剩几成？", en: "How much remained when the rubbish had been thrown out?" },
    answer: {
      passage: 3,
      lead: { zh: "过滤以后是", en: "Once filtered, they were" },
      text: { zh: " 570 GB", en: " 570 GB" },
    },
  },
  {
    plain: {
      zh: "175B 写的短新闻，读者辨得对的占多少？",
      en: "How often did readers tell news items by 175B from real ones?",
    },
    reworded: { zh: "人认得出机器的文章吗？", en: "Can people spot what a machine has written?" },
    answer: {
      passage: 4,
      lead: { zh: "读者辨得对的占", en: "They told them from real ones" },
      text: { zh: " 52%", en: " 52%" },
    },
  },
  {
    plain: { zh: "写一页的电，够 10 瓦的灯亮多久？", en: "How long would a 10-watt lamp burn on a page?" },
    reworded: { zh: "写满一张纸费不费电？", en: "What does it cost in electricity to fill one sheet?" },
    answer: {
      passage: 5,
      lead: { zh: "够它亮", en: "It would burn for" },
      text: { zh: " 24 分钟", en: " 24 minutes" },
    },
  },
  {
    plain: { zh: "GPT-4 有多少个参数？", en: "How many parameters has GPT-4?" },
    reworded: { zh: "下一代有多大？", en: "How big is the one after it?" },
    answer: null,
  },
  {
    plain: { zh: "肯尼亚的首都是哪里？", en: "What is the capital of Kenya?" },
    reworded: { zh: "内罗毕在哪个国家？", en: "Which country is Nairobi in?" },
    answer: null,
  },
  {
    plain: { zh: "上星期下雨了吗？", en: "Did it rain last week?" },
    reworded: { zh: "这几天天气怎么样？", en: "What has the weather been like?" },
    answer: null,
  },
];

/** The two ways in which a question is given, besides one's own. */
export const wordings = ["plain", "reworded"] as const;

/** How a question counts: as the course puts it, or in any other words. */
export function wordingOf(locale: Locale, question: Question, text: string): "plain" | "reworded" {
  return text.trim() === question.plain[locale] ? "plain" : "reworded";
}
