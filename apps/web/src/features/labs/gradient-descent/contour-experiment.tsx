"use client";
import { useState } from "react";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { Comparison } from "./comparison.tsx";
import { Drive } from "./drive.tsx";
import { FitPanel } from "./fit-panel.tsx";
import type { Lit } from "./lit.ts";
import { Listing, WorkedStep } from "./listing.tsx";
import { LossPanel } from "./loss-panel.tsx";
import { PlanePanel } from "./plane-panel.tsx";
import { bottom, epochs, type Run } from "./problem.ts";
import { SaveAnimation } from "./save-animation.tsx";
import type { GradientState } from "./state.ts";
import "./contour.css";

export type ContourExperimentProps = {
  state: GradientState;
  run: Run;
  onEpoch: (epoch: number) => void;
  onRate: (rate: number) => void;
};

/** Three views of one step of gradient descent, its code, and its numbers. */
export function ContourExperiment({ state, run, onEpoch, onRate }: ContourExperimentProps) {
  const [lit, setLit] = useState<Lit | null>("grad");
  const update = run.updates[state.epoch];
  if (update === undefined) return null;
  const walked = run.updates.slice(0, state.epoch + 1);
  return (
    <>
      <div className="trio">
        <FitPanel line={update} before={{ w: update.wBefore, b: update.bBefore }} best={bottom} lit={lit} />
        <PlanePanel show="run" path={[{ w: 0, b: 0 }, ...walked]} lit={lit} />
        <LossPanel run={run} epoch={state.epoch} lit={lit} />
      </div>
      <Drive epoch={state.epoch} learningRate={state.learningRate} onEpoch={onEpoch} onRate={onRate} />
      <div className="code-and-work">
        <Listing learningRate={state.learningRate} lit={lit} onLit={setLit} />
        <WorkedStep update={update} learningRate={state.learningRate} lit={lit} onLit={setLit} />
      </div>
      <Comparison update={update} learningRate={state.learningRate} />
      <SaveAnimation run={run} />
      <UpdateTable run={run} epoch={state.epoch} />
    </>
  );
}

/** The update on show among those that the listing prints. */
function UpdateTable({ run, epoch }: { run: Run; epoch: number }) {
  const t = useTranslations("labs.gradient.table");
  const shown = [...new Set([0, epoch, 20, 40, 60, 80, epochs - 1])].sort((a, b) => a - b);
  const rows = shown.flatMap((at) => {
    const update = run.updates[at];
    if (update === undefined) return [];
    const numbers = [update.dw, update.db, update.w, update.b, update.loss].map((value) => decimal(value, 6));
    return [[at === epoch ? <b key="epoch">{at}</b> : at, ...numbers]];
  });
  return <DataTable summary={t("caption")} header={["epoch", "dw", "db", t("w"), t("b"), t("loss")]} rows={rows} />;
}
