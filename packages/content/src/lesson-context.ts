import type { FrontMatter } from "./course-files.ts";
import type { Mark } from "./skeleton.ts";
import type { Report } from "./source-file.ts";

/** What the compiler of one lesson text knows, and where it notes problems and marks of the skeleton. */
export type LessonContext = {
  report: Report;
  mark(line: number, mark: Mark): void;
  lessonIds: ReadonlySet<string>;
  /** Every item of the course, and whether the engine can play it. */
  items: ReadonlyMap<string, { isPlayable: boolean }>;
  labs: FrontMatter["labs"];
  /** Counters that run through the text. */
  count: { labs: number; headings: number };
};
