import { createHash } from "node:crypto";
import { compile, type CompileResult } from "../compile.ts";

const LESSON = "what-training-does/a-line";

/** A lesson with every kind of block, in the language that `words` tells apart. */
const lessonText = (title: string, words: string) => `---
slug: ${LESSON}
title: ${title}
minutes: 8
objectives:
  - ${words} objective
labs:
  - id: gradient-descent
    preset: by-hand
    missions:
      - { id: low, end: "loss < 1" }
      - { id: lower, end: "loss < 0.12" }
      - { id: lowest, end: "seen(method=ols) && abs(w - 2.010) <= 0.001" }
---

## ${words} heading

${words} *emphasis*, **strong**, \`code\`, $w+1$ and $b$, [out](https://arxiv.org/abs/2005.14165), [in](/course/${LESSON}#section-1).

:::check{item=${LESSON}/which}
:::

$$y=wx+b$$

| ${words} | ${words} |
| --- | ---: |
| 1 | 2 |

- ${words} first
- ${words} second

:::lab{#gradient-descent preset=by-hand}
${words} bet

1. ${words} one
2. ${words} two $w$
3. ${words} three

${words} seen
:::

### ${words} deeper

:::note
${words} note
:::

:::figure{#data-mix}
${words} caption
:::

:::check{item=${LESSON}/pairs}
:::

<!-- ${words} for authors -->
`;

const why = { zh: "秘密的理由", en: "the secret reason" };

/** The files of a course that compiles: one module, one written lesson of two, a playable item and one that is not. */
export const smallCourse: Record<string, string> = {
  "modules.json": JSON.stringify([
    {
      slug: "what-training-does",
      title: { zh: "训练在做什么", en: "What training does" },
      question: { zh: "哪两行？", en: "Which two lines?" },
      lessons: [
        { slug: "a-line", title: { zh: "一条直线", en: "A line" }, minutes: 8 },
        { slug: "not-yet", title: { zh: "还没写", en: "Not yet" }, minutes: 9 },
      ],
    },
  ]),
  "misconceptions.json": JSON.stringify({ "loss-is-error-rate": { zh: "损失就是错了几成", en: "loss is a share" } }),
  "glossary.json": JSON.stringify([
    { id: "course-term", term: { zh: "课程", en: "course" }, means: { zh: "一串课。", en: "Lessons." }, first: LESSON },
  ]),
  "sources.json": JSON.stringify({
    sources: [
      {
        id: "paper",
        kind: "base",
        authors: "A. Nother",
        year: 2020,
        title: "A paper",
        venue: "arXiv",
        href: "https://arxiv.org/abs/2005.14165",
        supports: { zh: "一个数", en: "a number" },
        lessons: [LESSON],
      },
    ],
    disagreements: [],
  }),
  [`${LESSON}/lesson.zh.md`]: lessonText("一条直线", "中文"),
  [`${LESSON}/lesson.en.md`]: lessonText("A line", "English"),
  [`${LESSON}/quiz.json`]: JSON.stringify(
    [
      {
        id: `${LESSON}/which`,
        kind: "single",
        concepts: ["loss"],
        ask: {
          zh: "哪一个？",
          en: "Which one?",
          options: [
            { id: "a", zh: "甲", en: "A" },
            { id: "b", zh: "乙", en: "B" },
          ],
        },
        key: { correct: "b", why, distractors: { a: "loss-is-error-rate" } },
      },
      { id: `${LESSON}/pairs`, kind: "free-text", concepts: ["loss"], ask: { zh: "写", en: "Write" }, key: { why } },
    ],
    null,
    2,
  ),
};

export const lessonFile = (locale: "zh" | "en") => `${LESSON}/lesson.${locale}.md`;
export const quizFile = `${LESSON}/quiz.json`;

/** Compile files with the hash that the build uses. */
export const compileFiles = (files: Record<string, string>): CompileResult =>
  compile({
    files: new Map(Object.entries(files)),
    hash: (text) => createHash("sha256").update(text).digest("hex"),
  });

/** The problems of the small course after `edit` rewrote some of its files, one "file:line what" each. */
export function problemsAfter(edit: (files: Record<string, string>) => void): string[] {
  const files = { ...smallCourse };
  edit(files);
  const result = compileFiles(files);
  return result.ok ? [] : result.problems.map(({ file, line, what }) => `${file}:${line} ${what}`);
}
