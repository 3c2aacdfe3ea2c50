"use client";
import { scoreSizes } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { rowOf, type ExplorerState } from "./state.ts";
import { heightOfStep, heightText } from "./steps.ts";

/** How far a mission is: what its end state asks for, as it stands. */
export function MissionNow({ mission, state }: { mission: string; state: ExplorerState }) {
  const t = useTranslations("labs.figures.now");
  const row = rowOf(state.task);
  const [zero, one, few] = [row.zero[state.size], row.one[state.size], row.few[state.size]];
  switch (mission) {
    case "counter-example":
    case "break-at-175b":
    case "smallest-on-lambada":
      return `${scoreSizes[state.size]}: ${zero} / ${one} / ${few}`;
    case "our-own-mean":
      return state.series === "task" ? t("meanOff") : t("meanOn");
    case "eight-letters":
      return t("words", { count: state.seen.length });
    default: {
      const last = state.brackets.at(-1);
      return last === undefined ? t("none") : heightText(heightOfStep(state, last), state.axis);
    }
  }
}
