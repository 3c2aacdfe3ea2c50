import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KEY_CANARY } from "./compile.ts";
import type { CompiledCourse } from "./course.ts";
import { compileFiles, lessonFile, problemsAfter, quizFile, smallCourse } from "./testing/small-course.ts";

const ZH = lessonFile("zh");
const EN = lessonFile("en");

function courseOf(files: Record<string, string> = smallCourse): CompiledCourse {
  const result = compileFiles(files);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.course;
}

/** Replace in one file; a replacement that finds nothing would make a test that cannot fail. */
const replacing = (file: string, from: string, to: string) => (files: Record<string, string>) => {
  const before = files[file] ?? "";
  expect(before).toContain(from);
  files[file] = before.replace(from, () => to);
};

const inBoth = (from: string, to: string) => (files: Record<string, string>) => {
  replacing(ZH, from, to)(files);
  replacing(EN, from, to)(files);
};

/** The line of the small lesson on which a text stands. */
const lineWith = (text: string, file = EN) =>
  (smallCourse[file] ?? "").split("\n").findIndex((l) => l.includes(text)) + 1;

describe("a course without faults", () => {
  const { lessons, asks, keys } = courseOf();

  it("becomes a tree of closed blocks, comments dropped and checks that cannot be played left out", () => {
    const blocks = lessons.lessons[0]?.en.blocks ?? [];
    expect(blocks.map(({ type }) => type)).toEqual([
      ..."heading paragraph check math table list lab heading note figure".split(" "),
    ]);
    expect(JSON.stringify(blocks)).not.toContain("for authors");
  });

  it("joins the words of each mission with its end from the front matter", () => {
    const lab = lessons.lessons[0]?.en.blocks.find((block) => block.type === "lab");
    expect(lab).toMatchObject({ index: 0, labId: "gradient-descent", preset: "by-hand" });
    expect(lab?.bet).toEqual([{ type: "text", text: "English bet" }]);
    expect(lab?.seen).toEqual([{ type: "text", text: "English seen" }]);
    expect(lab?.missions.map(({ id, end }) => [id, end])).toEqual([
      ["low", "loss < 1"],
      ["lower", "loss < 0.12"],
      ["lowest", "seen(method=ols) && abs(w - 2.010) <= 0.001"],
    ]);
    expect(lab?.missions[0]?.children).toEqual([{ type: "text", text: "English one" }]);
  });

  it("carries formulas as HTML with MathML beside it", () => {
    const math = lessons.lessons[0]?.zh.blocks.find((block) => block.type === "math");
    expect(math?.tex).toBe("y=wx+b");
    expect(math?.html).toContain("<math");
    expect(math?.html).toContain('class="katex-display"');
  });

  it("says which lessons of the map are written", () => {
    expect(lessons.modules[0]?.lessons.map(({ id, isWritten }) => [id, isWritten])).toEqual([
      ["what-training-does/a-line", true],
      ["what-training-does/not-yet", false],
    ]);
  });

  it("lists items it cannot play apart, and checks only those it can", () => {
    expect(asks.asks.map(({ id }) => id)).toEqual(["what-training-does/a-line/which"]);
    expect(asks.unplayable).toEqual([{ id: "what-training-does/a-line/pairs", kind: "free-text" }]);
    expect(lessons.lessons[0]?.zh.checkItemIds).toEqual(["what-training-does/a-line/which"]);
  });

  it("puts nothing of a key into what pages read, and the canary into every key", () => {
    const open = JSON.stringify([lessons, asks]);
    for (const secret of ["秘密的理由", "the secret reason", '"correct"', '"distractors"', KEY_CANARY]) {
      expect(open).not.toContain(secret);
      expect(JSON.stringify(keys)).toContain(secret);
    }
    expect(keys.keys.every(({ canary }) => canary === KEY_CANARY)).toBe(true);
  });

  it("gives an item a new version when any part of it changes, and not when its fields change places", () => {
    const versionAfter = (edit: (item: object) => object) => {
      const [first, ...rest] = JSON.parse(smallCourse[quizFile] ?? "") as object[];
      const edited = JSON.stringify([edit(first ?? {}), ...rest]);
      return courseOf({ ...smallCourse, [quizFile]: edited }).asks.asks[0]?.version;
    };
    const version = asks.asks[0]?.version;
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(keys.keys[0]?.version).toBe(version);
    expect(versionAfter((item) => Object.fromEntries(Object.entries(item).reverse()))).toBe(version);
    expect(versionAfter((item) => ({ ...item, concepts: ["cost"] }))).not.toBe(version);
    expect(versionAfter((item) => ({ ...item, key: { correct: "a", why: { zh: "因", en: "as" } } }))).not.toBe(version);
  });
});

describe("the two languages", () => {
  it.each([
    ["a heading level", "### English", "## English", "a heading of level 2", "a heading of level 3"],
    ["a note", ":::note\nEnglish note\n:::", "English note", "the figure data-mix", "a note"],
    [
      "the length of a list",
      "- English first\n- English second",
      "- English",
      "a bulleted list of 1",
      "a bulleted list of 2",
    ],
    [
      "the kind of a list",
      "- English first\n- English second",
      "1. English\n2. English",
      "a numbered list",
      "a bulleted list",
    ],
    ["the shape of a table", "| 1 | 2 |", "| 1 | 2 |\n| 3 | 4 |", "2 columns and 2 rows", "2 columns and 1 rows"],
    ["a formula", "$$y=wx+b$$", "$$y=wx$$", "the formula y=wx (", "the formula y=wx+b ("],
    ["a formula in a sentence", "$w+1$", "$w+2$", "$w+2$", "$w+1$"],
    ["the end of a mission", "loss < 1", "loss < 2", "done when loss < 2", "done when loss < 1"],
    ["the name of a mission", "id: low,", "id: small,", "the mission small", "the mission low"],
    ["the end of the text", ":::check{item=what-training-does/a-line/pairs}\n:::", "", "nothing more", "the check"],
  ])("must agree on %s", (_what, ...[from, to, en, zh]) => {
    const problems = problemsAfter(replacing(EN, from, to));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${EN}:`);
    expect(problems[0]).toMatch(/line \d+/);
    expect(problems[0]?.split("has ")[1]).toContain(en);
    expect(problems[0]?.split("has ")[2]).toContain(zh);
  });

  it("may not go on after the other has ended", () => {
    const problems = problemsAfter((files) => (files[EN] += "\n## More\n"));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${ZH} has nothing more`);
  });

  it("are told on which lines they part", () => {
    const line = lineWith("### English");
    const [problem] = problemsAfter(replacing(EN, "### English", "\n\n## English"));
    expect(problem).toBe(
      `${EN}:${line + 2} the two languages part here: ${EN} has a heading of level 2 (line ${line + 2}), ` +
        `${ZH} has a heading of level 3 (line ${line})`,
    );
  });

  it("may order the formulas of a passage as their sentences need it", () => {
    expect(problemsAfter(replacing(EN, "$w+1$ and $b$", "$b$ and $w+1$"))).toEqual([]);
  });

  it("may not move a formula into another passage", () => {
    const moved = (files: Record<string, string>) => {
      replacing(EN, "$w+1$ and $b$", "$w+1$")(files);
      replacing(EN, "English seen", "English seen $b$")(files);
    };
    expect(problemsAfter(moved)).toHaveLength(1);
  });
});

describe("a fault in a lesson is reported on its line", () => {
  const emphasis = "*emphasis*";
  it.each([
    ["raw HTML in a sentence", emphasis, "<b>bold</b>", emphasis, "raw HTML is not allowed"],
    ["a block of raw HTML", "$$y=wx+b$$", "<script>alert(1)</script>", "$$y", "raw HTML is not allowed"],
    ["HTML behind a comment", "$$y=wx+b$$", "<!-- a --><img src=x>", "$$y", "raw HTML is not allowed"],
    ["an unknown directive", ":::note", ":::aside", ":::note", "there is no directive :::aside"],
    ["an unknown attribute", ":::note", ":::note{#x}", ":::note", 'takes no attribute "id"'],
    ["an unknown lab", "#gradient-descent", "#gradient-ascent", ":::lab", 'there is no lab "gradient-ascent"'],
    [
      "an unknown preset",
      ":::lab{#gradient-descent preset=by-hand}",
      ":::lab{#gradient-descent preset=by-foot}",
      ":::lab",
      'has no preset "by-foot"',
    ],
    ["a missing preset", " preset=by-hand}", "}", ":::lab", "needs a preset"],
    ["an unknown item", "a-line/which}", "a-line/what}", "a-line/which}", "there is no item"],
    ["an unknown figure", "#data-mix", "#data-mess", ":::figure", 'there is no figure "data-mess"'],
    ["a formula that cannot be set", "$$y=wx+b$$", "$$\\frac{1}$$", "$$y", "KaTeX parse error"],
    ["an unknown command in a sentence", "$b$", "$\\bogus$", "$b$", "KaTeX parse error"],
    ["a link that is not https", "https://arxiv.org", "http://arxiv.org", emphasis, "a link goes to https"],
    [
      "a link that runs code",
      "https://arxiv.org/abs/2005.14165",
      "javascript:alert(1)",
      emphasis,
      "a link goes to https",
    ],
    [
      "a link to another host in disguise",
      "https://arxiv.org/abs/2005.14165",
      "//evil.example",
      emphasis,
      "a link goes to",
    ],
    [
      "a link to a lesson that is not there",
      "/course/what-training-does/a-line#",
      "/course/what-training-does/b#",
      emphasis,
      'there is no lesson "what-training-does/b"',
    ],
    ["an image", emphasis, "![x](https://a.example/x.png)", emphasis, '"image" is not part'],
    ["a struck-out word", emphasis, "~~gone~~", emphasis, '"delete" is not part'],
    ["a block of code", "$$y=wx+b$$", "```js\n1\n```", "$$y", '"code" is not part'],
    ["a quotation", "$$y=wx+b$$", "> said", "$$y", '"blockquote" is not part'],
    ["a colon that opens a directive", emphasis, "see:note", emphasis, '":note" reads as a directive'],
    ["a heading of level 1", "### ", "# ", "### ", "two or three #, not 1"],
    ["a ragged table", "| 1 | 2 |", "| 1 |", "| 1 | 2 |", "this row has 1 cells, the head has 2"],
    ["a check box", "- English first", "- [ ] English first", "- English first", "no check box"],
    ["a colon fence of its own", "$$y=wx+b$$", ":::\nx", "$$y", "a line of colons"],
    [
      "words in a check",
      ":::check{item=what-training-does/a-line/which}\n",
      ":::check{item=what-training-does/a-line/which}\nx\n",
      "a-line/which}",
      "holds nothing",
    ],
    ["a directive inside a note", "English note", "::::note\nx\n::::", "English note", "top level of a lesson only"],
    ["a lab without a bet", "English bet\n\n", "", ":::lab", "a lab holds a paragraph"],
    ["a lab with a word too many", "English seen\n", "English seen\n\nand more\n", ":::lab", "a lab holds a paragraph"],
    [
      "a mission too many",
      "3. English three",
      "3. English three\n4. English four",
      "1. English one",
      "4 missions here, 3 in the front matter",
    ],
    [
      "a mission of two paragraphs",
      "3. English three",
      "3. English three\n\n   more",
      "3. English three",
      "a mission is one paragraph",
    ],
    [
      "another title than the map",
      "title: A line",
      "title: A curve",
      "title: A line",
      'modules.json says title "A line"',
    ],
    ["other minutes than the map", "minutes: 8", "minutes: 9", "minutes: 8", 'modules.json says minutes "8"'],
    ["another slug than the folder", "slug: what", "slug: that", "slug: what", "modules.json says slug"],
    ["an unknown field up front", "minutes: 8", "minutes: 8\nauthor: me", "---", 'Unrecognized key: "author"'],
    ["front matter that is not YAML", "minutes: 8", "minutes: [8", "objectives", "Flow sequence"],
    ["no objectives", "  - English objective\n", "", "objectives:", "objectives: Invalid input"],
    ["an end that does not parse", "loss < 1", "loss <", "id: low,", "something is missing at the end (character 7"],
    ["two missions of one name", "id: lower", "id: low", "id: lower", 'two missions are called "low"'],
    ["two missions only", '      - { id: low, end: "loss < 1" }\n', "", "missions:", "labs.0.missions"],
  ])("%s", (_what, ...[from, to, at, message]) => {
    const problems = problemsAfter(replacing(EN, from, to));
    const near = [0, 1].map((later) => `${EN}:${lineWith(at) + later} `);
    expect(problems.filter((problem) => near.some((place) => problem.startsWith(place))).join("\n")).toContain(message);
  });

  it("labs that do not match the front matter, one too few and one too many", () => {
    const lab = /:::lab[\s\S]*?:::\n/.exec(smallCourse[EN] ?? "")?.[0] ?? "";
    expect(problemsAfter(inBoth("  - id: gradient-descent", "  - id: nudge-w")).join("\n")).toContain(
      'lab 1 of the front matter is "nudge-w"',
    );
    expect(problemsAfter(replacing(EN, lab, "")).join("\n")).toContain("the front matter has 1 labs, the text 0");
    expect(problemsAfter(replacing(EN, lab, lab + "\n" + lab)).join("\n")).toContain(
      "lab 2 of the front matter is no such lab",
    );
  });

  it("a lab in another state than the front matter says", () => {
    expect(problemsAfter(inBoth("    preset: by-hand", "    preset: contour")).join("\n")).toContain(
      'lab 1 of the front matter is "gradient-descent" with preset "contour", not "gradient-descent" with "by-hand"',
    );
  });

  it("front matter that repeats itself by reference, as bombs do", () => {
    const problems = problemsAfter(replacing(EN, "  - English objective", "  - &one English\n  - *one"));
    expect(problems.join("\n")).toContain("Alias resolution is disabled");
  });

  it("a lesson without front matter", () => {
    expect(problemsAfter((files) => (files[ZH] = "## x"))).toEqual([
      `${ZH}:1 a lesson starts with front matter between two lines of ---`,
    ]);
  });

  it("every fault at once, sorted by file and line", () => {
    const problems = problemsAfter((files) => {
      replacing(EN, "*emphasis*", "<b>x</b>")(files);
      replacing(EN, "#data-mix", "#data-mess")(files);
      replacing(ZH, "#data-mix", "#data-mess")(files);
    });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      `${EN}:${lineWith("*emphasis*")}`,
      `${EN}:${lineWith("*emphasis*")}`,
      `${EN}:${lineWith(":::figure")}`,
      `${ZH}:${lineWith(":::figure", ZH)}`,
    ]);
  });
});

describe("a fault in the other files is reported on its line", () => {
  const quiz = smallCourse[quizFile] ?? "";
  const lineOf = (text: string) => quiz.split("\n").findIndex((line) => line.includes(text)) + 1;

  it.each([
    [
      "an unknown misconception",
      '"loss-is-error-rate"',
      '"loss-is-fine"',
      "loss-is-error-rate",
      "there is no misconception",
    ],
    [
      "an item of another lesson",
      "a-line/which",
      "a-curve/which",
      "a-line/which",
      'starts with "what-training-does/a-line/"',
    ],
    ["two items of one name", "a-line/pairs", "a-line/which", "a-line/pairs", "two items are called"],
    ["a match without sides", '"free-text"', '"match"', '"zh": "写"', "ask.left"],
    ["a kind nobody knows", '"free-text"', '"essay"', '"free-text"', "kind: Invalid option"],
    ["a missing language", '"en": "Write"', '"de": "Paare"', '"zh": "写"', "ask.en"],
    ["an answer that is no option", '"correct": "b"', '"correct": "c"', '"correct"', 'there is no option "c"'],
    ["an unknown field of an option", '"en": "A"', '"en": "A", "right": true', '"id": "a"', "Unrecognized key"],
    [
      "a key that stands twice",
      '"correct": "b"',
      '"correct": "a", "correct": "b"',
      '"correct"',
      "Map keys must be unique",
    ],
  ])("%s", (_what, ...[from, to, at, message]) => {
    const problems = problemsAfter(replacing(quizFile, from, to));
    const here = [lineOf(at), lineOf(at) - 1].map((line) => `${quizFile}:${line} `);
    expect(problems.filter((problem) => here.some((place) => problem.startsWith(place))).join("\n")).toContain(message);
  });

  it("an item with a fault, once, and not again in the lessons that check it", () => {
    expect(problemsAfter(replacing(quizFile, '"correct": "b"', '"correct": "c"'))).toHaveLength(1);
    expect(problemsAfter(replacing(quizFile, '"single"', '"essay"'))).toHaveLength(1);
  });

  it("text that is not JSON", () => {
    const problems = problemsAfter(replacing(quizFile, '"correct": "b",', '"correct": "b"'));
    expect(problems.join("\n")).toContain(`${quizFile}:${lineOf('"correct"') + 1} is not JSON`);
  });

  it.each(["modules.json", "misconceptions.json"])("a missing %s", (file) => {
    expect(problemsAfter((files) => Reflect.deleteProperty(files, file))).toEqual([`${file}:1 the file is missing`]);
  });

  it("a lesson that is half there, and a file that belongs to no lesson", () => {
    expect(problemsAfter((files) => Reflect.deleteProperty(files, ZH))).toEqual([
      `${ZH}:1 the file is missing beside the others`,
    ]);
    expect(problemsAfter((files) => (files["notes/todo.md"] = ""))).toEqual([
      "notes/todo.md:1 belongs to no lesson of modules.json",
    ]);
  });

  it("a lesson that stands twice on the map", () => {
    expect(problemsAfter(replacing("modules.json", '"not-yet"', '"a-line"'))).toContain(
      'modules.json:1 the lesson "what-training-does/a-line" stands twice',
    );
  });

  it("a source that no lesson of the course cites, and a module that needs itself or a later one", () => {
    const unknown = replacing("sources.json", '"what-training-does/a-line"', '"what-training-does/gone"');
    expect(problemsAfter(unknown)).toEqual(['sources.json:1 "paper": there is no lesson "what-training-does/gone"']);
    const circular = replacing("modules.json", '"lessons"', '"needs":["what-training-does"],"lessons"');
    expect(problemsAfter(circular)).toEqual([
      'modules.json:1 "what-training-does" needs "what-training-does", which is no earlier module',
    ]);
  });
});

describe("any text at all", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ":::",
      "::::lab",
      "{#next-token}",
      "$$",
      "$",
      "|",
      "---",
      "- ",
      "1. ",
      "#",
      "\n",
      "\n\n",
      "<!--",
      "-->",
      "[x](",
      "&amp;",
      "`",
      "**",
      "[^1]",
      "---\na: &a [*a]\n---\n",
    ),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(""));

  it("as a lesson, a body or a front matter gives problems or a course, never an exception", () => {
    const [front = "", body = ""] = (smallCourse[EN] ?? "").split("## English heading");
    fc.assert(
      fc.property(text, fc.constantFrom("whole", "body", "front"), (anything, place) => {
        const lesson = { whole: anything, body: front + anything, front: `---\n${anything}\n---\n${body}` }[place];
        expect(compileFiles({ ...smallCourse, [EN]: lesson })).toHaveProperty("ok");
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("as any of the JSON files gives problems or a course, never an exception", () => {
    const files = fc.constantFrom("modules.json", "misconceptions.json", quizFile);
    const json = fc.oneof(
      text,
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.jsonValue().map((value) => JSON.stringify([value])),
    );
    fc.assert(
      fc.property(files, json, (file, anything) => {
        expect(compileFiles({ ...smallCourse, [file]: anything })).toHaveProperty("ok");
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
