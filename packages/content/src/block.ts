import type { FigureId, LabId } from "./lab-ids.ts";

/** Text inside a paragraph. `math` carries KaTeX's HTML, made and checked when the course was compiled. */
export type Inline =
  | { type: "text"; text: string }
  | { type: "strong"; children: Inline[] }
  | { type: "emphasis"; children: Inline[] }
  | { type: "code"; text: string }
  | { type: "math"; tex: string; html: string }
  /** The first mention of a glossary term: what it means in the reader's language, and its name in the other. */
  | { type: "term"; id: string; text: string; means: string; other: string }
  /** `href` is https, or a path inside the course that starts with "/" and has no locale. */
  | { type: "link"; href: string; children: Inline[] };

/** A mission of a lab: done when `end`, parsed by `parseEnd` of the quiz package, holds for the lab's state. */
export type Mission = { id: string; end: string; children: Inline[] };

/** A lab in a lesson. `index` counts the labs of the lesson from 0. */
export type LabBlock = {
  type: "lab";
  index: number;
  labId: LabId;
  preset: string | null;
  bet: Inline[];
  missions: Mission[];
  seen: Inline[];
};

export type Align = "left" | "right" | "center" | null;

export type Heading = { type: "heading"; level: 2 | 3; id: string; children: Inline[] };
export type Table = { type: "table"; align: Align[]; header: Inline[][]; rows: Inline[][][] };

/** Everything a lesson can consist of. Closed: a page that handles each case handles every lesson. */
export type Block =
  | Heading
  | { type: "paragraph"; children: Inline[] }
  | { type: "list"; ordered: boolean; start: number; items: Block[][] }
  | Table
  | { type: "math"; tex: string; html: string }
  | { type: "note"; children: Block[] }
  | { type: "figure"; figureId: FigureId; children: Block[] }
  | LabBlock
  /** An inline check. Checks the engine cannot play yet are left out by the compiler. */
  | { type: "check"; itemId: string };
