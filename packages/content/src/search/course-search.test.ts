import { describe, expect, it } from "vitest";
import type { CompiledLessons, GlossaryTerm, Lesson } from "../course.ts";
import { compileAuthored } from "../testing/authored-course.ts";
import { CourseSearch, LONGEST_QUERY, type SearchHit } from "./course-search.ts";
import { sectionsOf } from "./sections.ts";

const compiled = compileAuthored();
if (!compiled.ok) throw new Error("the course does not compile");
const { lessons: course, asks, keys } = compiled.course;
const zh = new CourseSearch(course, "zh");
const en = new CourseSearch(course, "en");

const firstLesson = (hits: readonly SearchHit[]) => hits.find(({ kind }) => kind === "lesson")?.id;
const firstTerm = (hits: readonly SearchHit[]) => hits.find(({ kind }) => kind === "term")?.id;
const marked = ({ title, passage }: SearchHit) =>
  [...title, ...passage].flatMap(({ text, isHit }) => (isHit ? [text.toLowerCase()] : []));

describe("a search of the course", () => {
  it.each([
    ["上下文学习", "from-gpt-1-to-gpt-3/a-few-examples", "in-context-learning"],
    ["梯度", "what-training-does/two-lines-of-code", "gradient"],
    ["少样本", "from-gpt-1-to-gpt-3/a-few-examples", "few-shot"],
    ["token", "predict-next-token/tokens-are-not-characters", "token"],
    ["few-shot", "from-gpt-1-to-gpt-3/a-few-examples", "few-shot"],
    ["权重冻结", "frozen-weights/train-once-use-many", undefined],
    ["冻住的权重", "frozen-weights/", undefined],
    ["45 TB", "from-gpt-1-to-gpt-3/how-much-text", undefined],
    ["ＴＯＫＥＮ", "predict-next-token/tokens-are-not-characters", "token"],
    ["温度是什么", "predict-next-token/", "temperature"],
  ])("finds in Chinese, for %s, the lesson %s first", (query, lesson, term) => {
    expect(firstLesson(zh.search(query))).toMatch(new RegExp(`^${lesson}`));
    if (term !== undefined) expect(firstTerm(zh.search(query))).toBe(term);
  });

  it.each([
    ["few-shot", "learning-in-context/zero-one-few", "few-shot"],
    ["gradient", "what-training-does/two-lines-of-code", "gradient"],
    ["gradeint", "what-training-does/two-lines-of-code", "gradient"],
    ["frozen weights", "frozen-weights/", "frozen"],
    ["How much energy does it use?", "cost-and-limits/dear-to-train-cheap-to-run", undefined],
    ["上下文学习", "from-gpt-1-to-gpt-3/a-few-examples", "in-context-learning"],
  ])("finds in English, for %s, the lesson %s first", (query, lesson, term) => {
    expect(firstLesson(en.search(query))).toMatch(new RegExp(`^${lesson}`));
    if (term !== undefined && query !== "frozen weights") expect(firstTerm(en.search(query))).toBe(term);
  });

  it("marks what it found and says under which heading", () => {
    const hit = zh.search("权重冻结").find(({ kind }) => kind === "lesson");
    expect(hit && marked(hit)).toContain("冻结");
    const lesson = course.lessons.find((one) => one.zh.id === hit?.id)?.zh;
    const headings = lesson?.blocks.flatMap((block) => (block.type === "heading" ? [block.id] : []));
    expect(hit?.kind === "lesson" && headings?.includes(hit.sectionId ?? "")).toBe(true);
  });

  it("finds every lesson by its title and every term by its name, in both languages", () => {
    for (const [locale, search] of [["zh", zh] as const, ["en", en] as const]) {
      for (const { [locale]: lesson } of course.lessons)
        expect(firstLesson(search.search(lesson.title))).toBe(lesson.id);
      for (const { id, term } of course.glossary) {
        expect(search.search(term[locale]).map((hit) => hit.id)).toContain(id);
      }
    }
  });

  it("answers nothing to nothing, to marks, and to words that stand nowhere", () => {
    for (const query of ["", "  ", "?!", "🙂🙂", "\u0000", "zzzzqqqq", "哈哈镜"]) {
      expect([...zh.search(query), ...en.search(query)]).toEqual([]);
    }
  });

  it("takes operators, markup and prototypes for words", () => {
    for (const query of ["token AND", '"token"', "<token>", "token*", "(token"]) {
      expect(firstTerm(en.search(query)), query).toBe("token");
    }
    expect(en.search("__proto__ constructor")).toEqual([]);
  });

  it("looks at the beginning of an endless query, and soon", () => {
    const began = performance.now();
    expect(firstTerm(zh.search(`梯度${" ".repeat(LONGEST_QUERY)}${"幻觉".repeat(10_000)}`))).toBe("gradient");
    expect(zh.search("权重冻结上下文学习".repeat(5000)).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it("reads no question, no key and no explanation", () => {
    const read = course.lessons.flatMap(({ zh: one, en: other }) => [one, other].flatMap(sectionsOf));
    const text = read.flatMap(({ heading, passages }) => [heading ?? "", ...passages]).join("\n");
    expect(text).toContain("权重");
    const hidden = [
      ...asks.asks.flatMap(({ ask }) => [ask.zh, ask.en]),
      ...keys.keys.flatMap(({ canary, key }) => [canary, key.why.zh, key.why.en]),
    ];
    expect(hidden.length).toBeGreaterThan(300);
    expect(hidden.filter((words) => text.includes(words))).toEqual([]);
  });
});

describe("the order of answers", () => {
  const lesson = (name: string, blocks: Lesson["blocks"], title = name): { zh: Lesson; en: Lesson } => {
    const one = {
      id: `m/${name}`,
      moduleSlug: "m",
      slug: name,
      title,
      minutes: 5,
      objectives: [],
      checkItemIds: [],
      blocks,
    };
    return { zh: one, en: one };
  };
  const say = (text: string): Lesson["blocks"][number] => ({ type: "paragraph", children: [{ type: "text", text }] });
  const both = (text: string) => ({ zh: text, en: text });
  const glossary: GlossaryTerm[] = [
    { id: "walrus", term: both("walrus"), means: both("a large one"), first: "m/none" },
  ];
  const small: CompiledLessons = {
    modules: [{ slug: "m", title: both("Module"), question: both("?"), needs: [], lessons: [] }],
    misconceptions: {},
    glossary,
    sources: { sources: [], disagreements: [] },
    lessons: [
      lesson("by-text", [say("walrus walrus walrus walrus"), say("walrus walrus walrus")]),
      lesson("by-heading", [
        { type: "heading", level: 2, id: "s", children: [{ type: "text", text: "The walrus" }] },
        say("x"),
      ]),
      lesson("by-title", [say("something else")], "A long title that ends with a walrus"),
    ],
  };

  it("is title, glossary term, heading, text, however often the text says it", () => {
    expect(new CourseSearch(small, "en").search("walrus").map(({ id }) => id)).toEqual([
      "m/by-title",
      "walrus",
      "m/by-heading",
      "m/by-text",
    ]);
  });
});
