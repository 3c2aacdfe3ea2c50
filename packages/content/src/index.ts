export type { Align, Block, Heading, Inline, LabBlock, Mission, Table } from "./block.ts";
export type { AskEntry, Disagreement, GlossaryTerm, Lesson, LessonOutline, ModuleOutline, Source } from "./course.ts";
export { FIGURE_IDS, isFigureId, isLabId, LAB_IDS, LAB_PRESETS, type FigureId, type LabId } from "./lab-ids.ts";
export { plainText } from "./plain-text.ts";
export type { LessonHit, SearchHit, TermHit } from "./search/course-search.ts";
export type { MarkedText } from "./search/excerpt.ts";
