"use client";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { filledOf } from "./exercise.ts";
import { bottom, lossOf, type Run } from "./problem.ts";
import type { GradientState } from "./state.ts";

/** The update that each mission of the exercise is about. */
const updateOf: Readonly<Record<string, number>> = { worked: 0, faded: 1, alone: 2 };

/** How far a mission is: the number that its end state asks for, as it stands. */
export function MissionNow({ mission, state, run }: { mission: string; state: GradientState; run: Run }) {
  const t = useTranslations("labs.gradient.now");
  const update = updateOf[mission];
  if (update !== undefined) return t("filled", filledOf(state, update));
  switch (mission) {
    case "near-bottom":
      return t("final", { loss: decimal(run.finalLoss, 6) });
    case "edge":
      return t("edge", { runs: state.seen.length });
    case "overshoot":
      return t("b", { b: decimal(run.updates[state.epoch]?.b ?? 0, 4) });
    case "below-one":
    case "below-twelve":
      return t("loss", { loss: decimal(lossOf(state.w, state.b), 3) });
    case "solved":
      return state.solved ? t("solved", { loss: decimal(bottom.loss, 6) }) : null;
    default:
      return null;
  }
}
