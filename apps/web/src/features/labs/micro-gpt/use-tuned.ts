"use client";
import { useReducer, type Dispatch } from "react";
import type { Locale } from "@fewshot/quiz";
import { dialogueText, texts } from "./texts.ts";
import type { TrainerClient } from "./trainer-client.ts";
import { reduceTuned, tunedStart, type Direction, type TunedAction, type TunedState } from "./tuned.ts";
import { useTrainer, type TrainerHandle } from "./use-trainer.ts";

/** Steps of the old model on the story, and of a press on the dialogues. */
export const [oldModelSteps, stepsPerPress] = [400, 50] as const;

/** Characters of the continued greeting. */
const greetingLength = 30;
const seed = 5;

export interface TunedView {
  state: TunedState;
  trainer: TrainerHandle;
  practise: () => void;
  tune: () => void;
  measure: () => void;
  judge: (verdict: Direction) => void;
  bet: (bet: number) => void;
  restart: () => void;
}

/** A model that can continue a story, and goes on to learn from dialogues. */
export function useTuned(locale: Locale): TunedView {
  const [state, dispatch] = useReducer(reduceTuned, tunedStart);
  const trainer = useTrainer();
  const work = workOn(locale, dispatch);
  return {
    state,
    trainer,
    practise: () => void trainer.run("training", work.practise),
    tune: () => void trainer.run("training", (client) => work.tune(client, state.steps)),
    measure: () => void trainer.run("measuring", work.measure),
    judge: (verdict) => dispatch({ type: "verdict", verdict }),
    bet: (bet) => dispatch({ type: "bet", bet }),
    restart: () => {
      trainer.drop();
      dispatch({ type: "restart" });
    },
  };
}

/** What the worker is asked to do with this language's texts. */
function workOn(locale: Locale, dispatch: Dispatch<TunedAction>) {
  const { story, hello } = texts[locale];
  const dialogues = dialogueText(locale);
  const sample = `${hello}\n`;
  /** What the lab looks at after each training: the loss on the dialogues, and an answer to a greeting. */
  const inspect = async (client: TrainerClient) => {
    const { loss } = await client.ask({ type: "measure", text: dialogues });
    const { text, hash, parameters } = await client.ask({ type: "write", prompt: sample, count: greetingLength });
    return { newLoss: loss ?? NaN, greeting: text, hash, parameters };
  };
  return {
    practise: async (client: TrainerClient) => {
      await client.ask({ type: "create", setup: { alphabet: story + dialogues, size: "small", seed } });
      await client.ask({ type: "train", text: story, steps: oldModelSteps, sample }, ({ steps }) =>
        dispatch({ type: "practised", oldSteps: steps }),
      );
      dispatch({ type: "frozen", ...(await inspect(client)) });
    },
    tune: async (client: TrainerClient, from: number) => {
      const request = { type: "train", text: dialogues, steps: stepsPerPress, sample } as const;
      const { steps } = await client.ask(request, (progress) =>
        dispatch({ type: "progress", point: { step: from + progress.steps, loss: progress.loss } }),
      );
      dispatch({ type: "tuned", steps: from + steps, ...(await inspect(client)) });
    },
    measure: async (client: TrainerClient) => {
      const { loss } = await client.ask({ type: "measure", text: story });
      dispatch({ type: "measured", oldLoss: loss ?? NaN });
    },
  };
}
