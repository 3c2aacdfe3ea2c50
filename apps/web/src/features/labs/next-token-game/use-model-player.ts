"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { CancelSignal } from "@fewshot/ml-core";
import { answerProbability, type ReadingModel } from "../language-model/reading.ts";
import { useModelTask, type ModelTask } from "../language-model/use-model-task.ts";
import { answerText, rounds, type GameLanguage, type Round } from "./rounds.ts";
import { shareKey, type GameState, type ModelShares } from "./state.ts";

/** The model at the table: asked once, it bets on every round that is over. */
export interface ModelPlayer {
  task: ModelTask;
  shares: ModelShares;
  isAsked: boolean;
  ask: () => void;
}

/** The model's probabilities of the options after the context, rescaled to 1 over them. A word is the product of its tokens. */
export async function modelShares(
  model: ReadingModel,
  { language, round }: { language: GameLanguage; round: Round },
  signal?: CancelSignal,
): Promise<number[]> {
  const probabilities: number[] = [];
  for (const option of round.options) {
    const answer = answerText(language, option);
    probabilities.push(await answerProbability(model, { prompt: round.context, answer }, signal));
  }
  const sum = probabilities.reduce((a, b) => a + b, 0);
  return probabilities.map((probability) => (sum > 0 ? probability / sum : 1 / probabilities.length));
}

export function useModelPlayer({ language, played }: GameState): ModelPlayer {
  const task = useModelTask();
  const [shares, setShares] = useState<ModelShares>({});
  const [isAsked, setIsAsked] = useState(false);
  const open = played.map(({ round }) => round).filter((round) => shares[shareKey(language, round)] === undefined);
  const next = isAsked ? open[0] : undefined;
  const answer = useEffectEvent((index: number) => {
    const round = rounds[language][index];
    if (round === undefined) return;
    task.run(async (model, signal) => {
      const found = await modelShares(model, { language, round }, signal);
      setShares((before) => ({ ...before, [shareKey(language, index)]: found }));
    });
  });
  const isFree = task.state === "idle";
  useEffect(() => {
    if (next !== undefined && isFree) answer(next);
  }, [next, isFree, language]);
  return { task, shares, isAsked, ask: () => setIsAsked(true) };
}
