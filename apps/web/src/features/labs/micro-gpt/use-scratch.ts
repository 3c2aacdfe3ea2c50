"use client";
import { useReducer } from "react";
import type { Locale } from "@fewshot/quiz";
import { reduceScratch, scratchStart, type ScratchState } from "./scratch.ts";
import { texts } from "./texts.ts";
import type { TrainerClient } from "./trainer-client.ts";
import type { Size } from "./trainer.ts";
import { useTrainer, type TrainerHandle } from "./use-trainer.ts";

/** Characters written at a press. */
export const charactersPerPress = 100;

/** Nobody waits for so many; the button is there to stop. */
const untilStopped = 1e6;
const seed = 11;
const promptLength = 3;

export interface ScratchView {
  state: ScratchState;
  trainer: TrainerHandle;
  setUp: (change: { text?: string; size?: Size }) => void;
  train: () => void;
  step: () => void;
  freeze: () => void;
  write: () => void;
  bet: (bet: number) => void;
  restart: () => void;
}

/** A model that learns a text of the learner's from nothing. */
export function useScratch(locale: Locale): ScratchView {
  const [state, dispatch] = useReducer(reduceScratch, scratchStart(texts[locale].story));
  const trainer = useTrainer();
  const { text, size, steps: from } = state;
  const prompt = [...text].slice(0, promptLength).join("");
  const ready = async (client: TrainerClient) => {
    if (state.parameters !== null) return;
    const answer = await client.ask({ type: "create", setup: { alphabet: text, size, seed } });
    dispatch({ type: "created", answer });
  };
  const train = (steps: number) =>
    trainer.run("training", async (client) => {
      await ready(client);
      const answer = await client.ask({ type: "train", text, steps, sample: prompt }, (progress) =>
        dispatch({ type: "progress", from, progress }),
      );
      dispatch({ type: "trained", from, answer });
    });
  return {
    state,
    trainer,
    setUp: (change) => {
      trainer.drop();
      dispatch({ type: "setup", change });
    },
    train: () => void train(untilStopped),
    step: () => void train(1),
    freeze: () => dispatch({ type: "freeze" }),
    write: () =>
      void trainer.run("writing", async (client) => {
        const answer = await client.ask({ type: "write", prompt, count: charactersPerPress });
        dispatch({ type: "written", answer });
      }),
    bet: (bet) => dispatch({ type: "bet", bet }),
    restart: () => {
      trainer.drop();
      dispatch({ type: "restart", text: texts[locale].story });
    },
  };
}
