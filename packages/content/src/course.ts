import type { Ask, Key, Text } from "@fewshot/quiz";
import type { Block } from "./block.ts";

/** A term of the glossary. `first`: the lesson that introduces it. */
export type GlossaryTerm = { id: string; term: Text; means: Text; first: string };

/** A lesson as the course map shows it. `id` is `module/lesson`; `isWritten`: both texts and the quiz exist. */
export type LessonOutline = { id: string; slug: string; title: Text; minutes: number; isWritten: boolean };

/** A module of the course, lessons in reading order. `question`: the one it answers; `needs`: earlier modules it builds on. */
export type ModuleOutline = { slug: string; title: Text; question: Text; needs: string[]; lessons: LessonOutline[] };

/** Something the course cites. `kind`: one of the papers it reads, or from outside them; `lessons`: those that cite it. */
export type Source = {
  id: string;
  kind: "base" | "outside";
  authors: string;
  year: number;
  title: string;
  venue: string;
  href: string;
  supports: Text;
  lessons: string[];
};

/** A place where the text of the paper says one thing and its table another. The course prints the table. */
export type Disagreement = { what: Text; text: Text; table: Text };

/** A lesson in one language. `checkItemIds`: playable items its checks name, in order. */
export type Lesson = {
  id: string;
  moduleSlug: string;
  slug: string;
  title: string;
  minutes: number;
  objectives: string[];
  checkItemIds: string[];
  blocks: Block[];
};

/** The public part of an item. `version`: SHA-256 of the item as authored, 16 hex digits. */
export type AskEntry = { id: string; version: string; lessonId: string; concepts: string[]; ask: Ask };

/** The secret part of an item. */
export type KeyEntry = { id: string; version: string; key: Key };

/** An item that is legal data and that the engine cannot play yet. */
export type UnplayableItem = { id: string; kind: string };

/** What the compiler writes for pages: no keys in it. */
export type CompiledLessons = {
  modules: ModuleOutline[];
  lessons: { zh: Lesson; en: Lesson }[];
  misconceptions: Record<string, Text>;
  /** In the order in which the course introduces them. */
  glossary: GlossaryTerm[];
  sources: { sources: Source[]; disagreements: Disagreement[] };
};

/** What the compiler writes for quizzes, in course order. */
export type CompiledAsks = { asks: AskEntry[]; unplayable: UnplayableItem[] };

/** What only the server reads. Every entry repeats the canary, so that a search of the build finds any leak. */
export type CompiledKeys = { keys: (KeyEntry & { canary: string })[] };

export type CompiledCourse = { lessons: CompiledLessons; asks: CompiledAsks; keys: CompiledKeys };
