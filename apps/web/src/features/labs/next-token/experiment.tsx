"use client";
import { languageModel, useLanguageModel } from "../language-model/use-language-model.ts";
import { ModelCard } from "../language-model/model-card.tsx";
import type { DrawnBets } from "./bet-question.tsx";
import { ComparePrompts } from "./compare-prompts.tsx";
import { CorpusBeside } from "./corpus-beside.tsx";
import { DistributionFigure } from "./distribution-figure.tsx";
import { DistributionTable } from "./distribution-table.tsx";
import { DrawsHistogram } from "./draws-histogram.tsx";
import { KnobTray } from "./knob-tray.tsx";
import { presets } from "./presets.ts";
import { EmptyTable, ProblemNote, PromptPanel } from "./prompt-panel.tsx";
import type { NextTokenView } from "./use-next-token.ts";
import { RoadTree } from "./road-tree.tsx";
import { WalkStrip } from "./walk.tsx";

export type ExperimentProps = { view: NextTokenView; bets: DrawnBets; shown: number; onShown: (shown: number) => void };

/** Prompt, knobs, table, draw; then the roads taken and many draws side by side. */
export function Experiment({ view, bets, shown, onShown }: ExperimentProps) {
  const { distribution } = view;
  const hasModel = presets[view.preset].prompt !== null;
  return (
    <>
      {hasModel ? <PromptPanel view={view} /> : null}
      <ProblemNote view={view} />
      {hasModel ? <ModelStatus view={view} /> : null}
      <div className="bench">
        <KnobTray view={view} />
        {distribution === null ? (
          <EmptyTable />
        ) : (
          <DistributionFigure view={view} distribution={distribution} bets={bets} shown={shown} onShown={onShown} />
        )}
      </div>
      {distribution === null ? null : (
        <>
          {hasModel ? <CorpusBeside view={view} /> : null}
          {hasModel ? <WalkStrip view={view} /> : null}
          <div className="bench2">
            {hasModel ? <RoadTree view={view} /> : null}
            <DrawsHistogram view={view} distribution={distribution} bet={bets.bin} />
          </div>
          {presets[view.preset].canWrite ? <ComparePrompts view={view} /> : null}
          <DistributionTable view={view} distribution={distribution} />
        </>
      )}
    </>
  );
}

/** The model's loading card, with the way on that fits: computing what the learner asked for. */
function ModelStatus({ view }: { view: NextTokenView }) {
  const state = useLanguageModel();
  return (
    <ModelCard
      state={state}
      onStop={languageModel.stop}
      onRetry={() => void view.session.compute()}
      statedLab={`/${view.locale}/labs/next-token#preset=eight-candidates`}
    />
  );
}
