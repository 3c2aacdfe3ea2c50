import type { Block, LabBlock } from "@fewshot/content";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { LessonFigure } from "./figures/lesson-figure.tsx";
import { InlineText } from "./inline.tsx";
import { LessonTable } from "./lesson-table.tsx";
import { splitIntoRuns, type NoteBlock } from "./runs.ts";

/** What a lesson shows besides text; whoever composes the page knows labs and checks. */
export type LessonSlots = {
  renderLab: (block: LabBlock) => ReactNode;
  renderCheck: (itemId: string) => ReactNode;
};

/** The blocks of a lesson: runs of prose in the text column, interrupted by labs, checks and notes. */
export function LessonBlocks({ blocks, ...slots }: { blocks: readonly Block[] } & LessonSlots) {
  return splitIntoRuns(blocks).map((run, index) =>
    run.type === "prose" ? (
      <Prose key={index} blocks={run.blocks} notes={run.notes} />
    ) : (
      <Fragment key={index}>
        <Interruption block={run.block} {...slots} />
      </Fragment>
    ),
  );
}

function Prose({ blocks, notes }: { blocks: readonly Block[]; notes: readonly NoteBlock[] }) {
  const text = (
    <div className="prose">
      <ProseBlocks blocks={blocks} />
    </div>
  );
  if (notes.length === 0) return text;
  return (
    <div className="beside">
      {notes.map((note, index) => (
        <div className="note" role="note" key={index}>
          <ProseBlocks blocks={note.children} />
        </div>
      ))}
      {text}
    </div>
  );
}

function Interruption({ block, renderLab, renderCheck }: { block: Block } & LessonSlots) {
  switch (block.type) {
    case "lab":
      return renderLab(block);
    case "check":
      return renderCheck(block.itemId);
    case "figure":
      return (
        <>
          <LessonFigure id={block.figureId} />
          {block.children.length > 0 ? <Prose blocks={block.children} notes={[]} /> : null}
        </>
      );
    default:
      return null;
  }
}

function ProseBlocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <ProseBlock key={index} block={block} />);
}

function ProseBlock({ block }: { block: Block }) {
  switch (block.type) {
    case "heading":
      return <LessonHeading level={block.level} id={block.id} content={<InlineText nodes={block.children} />} />;
    case "paragraph":
      return (
        <p>
          <InlineText nodes={block.children} />
        </p>
      );
    case "list":
      return <LessonList block={block} />;
    case "table":
      return <LessonTable table={block} />;
    case "math":
      return <Formula html={block.html} />;
    default:
      return null;
  }
}

function LessonHeading({ level, id, content }: { level: 2 | 3; id: string; content: ReactNode }) {
  const Heading = `h${level}` as const;
  return <Heading id={id}>{content}</Heading>;
}

function LessonList({ block }: { block: Extract<Block, { type: "list" }> }) {
  const items = block.items.map((children, index) => (
    <li key={index}>
      <ProseBlocks blocks={children} />
    </li>
  ));
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function Formula({ html }: { html: string }) {
  const t = useTranslations("course.lesson");
  return (
    <div
      className="formula"
      tabIndex={0}
      role="group"
      aria-label={t("mathScroll")}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
