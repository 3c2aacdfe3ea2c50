export type { Align, Block, Heading, Inline, LabBlock, Mission, Table } from "./block.ts";
export type { AskEntry, Lesson, LessonOutline, ModuleOutline } from "./course.ts";
export {
  AVAILABLE_LAB_IDS,
  FIGURE_IDS,
  isAvailableLab,
  isFigureId,
  isLabId,
  LAB_IDS,
  LAB_PRESETS,
  type AvailableLabId,
  type FigureId,
  type LabId,
} from "./lab-ids.ts";
