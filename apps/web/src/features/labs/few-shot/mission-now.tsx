"use client";
import { useTranslations } from "next-intl";
import type { FewShotState } from "./state.ts";

/** How far a mission is: what its end state asks for, as it stands. */
export function MissionNow({ mission, state }: { mission: string; state: FewShotState }) {
  const t = useTranslations("labs.fewShot.now");
  switch (mission) {
    case "what-differs":
      return t(`selection.${state.selection}`);
    case "one-shot-prompt":
      return t("lines", { count: state.shown.length });
    case "fill-the-window":
      return `K = ${state.windowK}`;
    default:
      return t("measured", { count: state.measurements.length });
  }
}
