import { parseEnd } from "@fewshot/quiz";
import type { List, Paragraph } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Block, Inline, Mission } from "./block.ts";
import { compileInlines } from "./compile-inline.ts";
import type { FrontMatter } from "./course-files.ts";
import { isLabId, LAB_PRESETS } from "./lab-ids.ts";
import type { LessonContext } from "./lesson-context.ts";
import { lineOf } from "./markdown.ts";

type LabData = FrontMatter["labs"][number];
type LabParts = { bet: Paragraph; missions: List; seen: Paragraph };

/** What is wrong with the mission ends of a lab, with the path of each below the lab. */
export function endProblems(lab: LabData): { path: PropertyKey[]; what: string }[] {
  return lab.missions.flatMap(({ id, end }, index) => {
    const parsed = parseEnd(end);
    const path = ["missions", index, "end"];
    const twice = lab.missions.findIndex((mission) => mission.id === id) < index;
    return [
      ...(twice ? [{ path: ["missions", index, "id"], what: `two missions are called "${id}"` }] : []),
      ...(parsed.ok ? [] : [{ path, what: `${parsed.error.what} (character ${parsed.error.at + 1} of the end)` }]),
    ];
  });
}

/** A paragraph, a numbered list, a paragraph; null (and reported) if the directive holds anything else. */
function partsOf(node: ContainerDirective, context: LessonContext): LabParts | null {
  const [bet, missions, seen, more] = node.children;
  const fits = bet?.type === "paragraph" && missions?.type === "list" && missions.ordered && seen?.type === "paragraph";
  if (fits && !more) return { bet, missions, seen };
  context.report(lineOf(node), "a lab holds a paragraph (the bet), a numbered list (the missions), a paragraph (seen)");
  return null;
}

function missionText(item: List["children"][number], context: LessonContext): Inline[] {
  const [paragraph, more] = item.children;
  if (paragraph?.type === "paragraph" && !more) return compileInlines(paragraph.children, context);
  context.report(lineOf(item), "a mission is one paragraph");
  return [];
}

/** The lab of the front matter that belongs to the next directive; null (and reported) if they do not agree. */
function takeLab(line: number, given: { id: string; preset: string | undefined }, context: LessonContext) {
  const index = context.count.labs;
  context.count.labs += 1;
  const lab = context.labs[index];
  if (lab && lab.id === given.id && lab.preset === given.preset) return { index, lab };
  const named = lab ? `"${lab.id}" with preset "${lab.preset ?? ""}"` : "no such lab";
  context.report(
    line,
    `lab ${index + 1} of the front matter is ${named}, not "${given.id}" with "${given.preset ?? ""}"`,
  );
  return null;
}

function presetProblem(id: string, preset: string | undefined): string | null {
  if (!isLabId(id)) return `there is no lab "${id}"`;
  const presets: readonly string[] = LAB_PRESETS[id];
  if (preset === undefined) return presets.length === 0 ? null : `lab "${id}" needs a preset: ${presets.join(", ")}`;
  return presets.includes(preset) ? null : `lab "${id}" has no preset "${preset}"`;
}

/** Compile a `:::lab` together with its missions in the front matter. */
export function compileLab(
  node: ContainerDirective,
  attributes: ReadonlyMap<string, string>,
  context: LessonContext,
): Block[] {
  const line = lineOf(node);
  const id = attributes.get("id") ?? "";
  const preset = attributes.get("preset");
  context.mark(line, { kind: "block", what: `the lab ${id} with preset ${preset ?? "none"}` });
  const problem = presetProblem(id, preset);
  if (problem !== null) context.report(line, problem);
  const parts = partsOf(node, context);
  const taken = takeLab(line, { id, preset }, context);
  if (!parts || !taken || !isLabId(id)) return [];
  return [
    { type: "lab", index: taken.index, labId: id, preset: preset ?? null, ...compileParts(parts, taken.lab, context) },
  ];
}

function compileParts(parts: LabParts, lab: LabData, context: LessonContext) {
  const items = parts.missions.children;
  if (items.length !== lab.missions.length) {
    context.report(lineOf(parts.missions), `${items.length} missions here, ${lab.missions.length} in the front matter`);
  }
  const missions = lab.missions.flatMap(({ id, end }, index): Mission[] => {
    const item = items[index];
    return item ? [{ id, end, children: missionText(item, context) }] : [];
  });
  return {
    bet: compileInlines(parts.bet.children, context),
    missions,
    seen: compileInlines(parts.seen.children, context),
  };
}
