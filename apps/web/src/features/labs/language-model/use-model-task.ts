"use client";
import { useEffect, useRef, useState } from "react";
import type { LoadedModel } from "@fewshot/lm";
import { languageModel } from "./use-language-model.ts";

export type TaskState = "idle" | "busy" | "failed";

/** One computation at a time with the page's model, loaded when the first one is asked for. */
export interface ModelTask {
  state: TaskState;
  /** Runs `work` with the model. Ignored while another runs. What fails is told by `state` or by the model's card. */
  run: (work: (model: LoadedModel, signal: AbortSignal) => Promise<void>) => void;
  /** The last work again: for a model that was stopped, failed or waited for a yes. */
  retry: () => void;
  /** Stops the computation; its `work` rejects. */
  stop: () => void;
}

type Work = Parameters<ModelTask["run"]>[0];

export function useModelTask(): ModelTask {
  const [state, setState] = useState<TaskState>("idle");
  const cancel = useRef<AbortController | null>(null);
  const last = useRef<Work | null>(null);
  useEffect(() => () => cancel.current?.abort(), []);

  const run = (work: Work): void => {
    if (cancel.current !== null && !cancel.current.signal.aborted) return;
    const mine = new AbortController();
    cancel.current = mine;
    last.current = work;
    setState("busy");
    void perform(work, mine.signal).then((end) => {
      if (cancel.current !== mine) return;
      cancel.current = null;
      setState(end);
    });
  };
  return {
    state,
    run,
    retry: () => last.current !== null && run(last.current),
    stop: () => {
      cancel.current?.abort();
      cancel.current = null;
      setState("idle");
    },
  };
}

async function perform(work: Work, signal: AbortSignal): Promise<TaskState> {
  const model = await languageModel.open();
  if (model === null || signal.aborted) return "idle";
  try {
    await work(model, signal);
    return "idle";
  } catch (error) {
    const isTold = languageModel.fail(error, model);
    return isTold || signal.aborted ? "idle" : "failed";
  }
}
