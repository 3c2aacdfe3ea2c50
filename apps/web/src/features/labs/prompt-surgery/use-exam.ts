"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { LanguageModelStore, type ModelState } from "../language-model/model-store.ts";
import { measure, sizes, type Ingredients, type Measurement, type Paper, type SizeId } from "./exam.ts";

/** One store for each size, shared by the labs of the page; nothing is loaded before somebody measures. */
const stores = Object.fromEntries(
  sizes.map(({ id }) => [id, new LanguageModelStore(`/models/${id}/manifest.json`)]),
) as Record<SizeId, LanguageModelStore>;

const idle: ModelState = { status: "idle", keptBytes: 0 };

export type ExamRun = {
  activity: "idle" | "measuring" | "failed";
  model: ModelState;
  measure: (asked: Ingredients & Paper) => void;
  stop: () => void;
};

/** Measurements, one at a time. `size`: the model whose loading is on show. */
export function useExam(size: SizeId, onMeasured: (measurement: Measurement) => void): ExamRun {
  const store = stores[size];
  const model = useSyncExternalStore(store.subscribe, store.getSnapshot, () => idle);
  const [activity, setActivity] = useState<ExamRun["activity"]>("idle");
  const cancel = useRef<AbortController>(null);
  useEffect(() => () => cancel.current?.abort(), []);

  const run = async (asked: Ingredients & Paper, signal: AbortSignal): Promise<ExamRun["activity"]> => {
    const asks = stores[asked.size];
    const opened = await asks.open();
    if (opened === null || signal.aborted) return "idle";
    try {
      onMeasured(await measure(opened, asked, signal));
      return "idle";
    } catch (error) {
      return asks.fail(error, opened) || signal.aborted ? "idle" : "failed";
    }
  };
  return {
    activity,
    model,
    measure: (asked) => {
      cancel.current?.abort();
      const mine = new AbortController();
      cancel.current = mine;
      setActivity("measuring");
      void run(asked, mine.signal).then((end) => {
        if (cancel.current === mine) setActivity(end);
      });
    },
    stop: () => {
      cancel.current?.abort();
      cancel.current = null;
      store.stop();
      setActivity("idle");
    },
  };
}
