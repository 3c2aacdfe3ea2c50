"use client";
import { useTranslations } from "next-intl";
import { count, decimal, percent } from "../format.ts";
import type { Row } from "./distribution.ts";
import { topRow } from "./published.ts";
import { repeatedTokens } from "./state.ts";
import type { NextTokenView } from "./use-next-token.ts";

/** How far a mission is: the number that its end state asks for, as it stands. Nothing for a mission not known here. */
export function MissionNow({ view, mission }: { view: NextTokenView; mission: string }) {
  const t = useTranslations("labs.nextToken.now");
  switch (mission) {
    case "walk":
    case "twenty":
      return t("steps", { steps: view.state.path.filter((step) => step.how === "drawn").length });
    case "fork":
      return t("seeds", seedsAndFirsts(view.state.firsts));
    case "narrow-and-wide":
      return <KeptRange view={view} />;
    case "same-twenty":
      return t("same", { n: repeatedTokens(view.state) });
    case "order":
      return t("orders", { hf: keptSeen(view, "hf"), llama: keptSeen(view, "llama.cpp") });
    default:
      return <TableNow view={view} mission={mission} />;
  }
}

/** The fewest and the most tokens that p = 0.9 alone kept, over the prompts tried. */
function KeptRange({ view }: { view: NextTokenView }) {
  const t = useTranslations("labs.nextToken.now");
  const kept = Object.values(view.state.keptAtNine);
  if (kept.length === 0) return t("keptNone");
  return t("keptRange", { least: Math.min(...kept), most: Math.max(...kept) });
}

/** The same for the missions about the table on show. */
function TableNow({ view, mission }: { view: NextTokenView; mission: string }) {
  const t = useTranslations("labs.nextToken.now");
  const { distribution, locale } = view;
  const top = distribution === null ? undefined : topRow(distribution);
  if (distribution === null || top === undefined) return null;
  switch (mission) {
    case "count":
      return t("gap", { n: count(view.state.samples, locale), gap: gapOf(view, top) });
    case "one":
    case "two-left":
      return t("kept", { kept: count(distribution.candidates.length, locale) });
    case "under-one-bit":
      return t("entropy", { bits: decimal(distribution.entropy, 2) });
    case "flat":
    case "sharpen":
      return t("top", { share: percent(top.after) });
    default:
      return null;
  }
}

/** Percentage points between frequency and probability of the top token; a dash before the first draws. */
function gapOf({ counts, state }: NextTokenView, top: Row): string {
  if (counts === null) return "–";
  return decimal(100 * Math.abs((counts.get(top.id) ?? 0) / state.samples - top.after), 1);
}

function seedsAndFirsts(firsts: Readonly<Record<number, number>>): { seeds: number; firsts: number } {
  const ids = Object.values(firsts);
  return { seeds: ids.length, firsts: new Set(ids).size };
}

/** How many were kept at T = 2, p = .8 in one order; a dash before it was seen. */
function keptSeen({ state }: NextTokenView, order: string): string {
  const record = state.seen.find((seen) => seen.order === order && seen.T === 2 && seen.p === 0.8);
  return record === undefined ? "–" : String(record.kept);
}
