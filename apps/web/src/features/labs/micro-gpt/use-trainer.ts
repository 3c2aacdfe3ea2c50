"use client";
import { useEffect, useRef, useState } from "react";
import { createTrainerClient, spawnTrainer, type TrainerClient } from "./trainer-client.ts";

export type Activity = "idle" | "training" | "writing" | "measuring";

export interface TrainerHandle {
  activity: Activity;
  hasFailed: boolean;
  /** Does one thing with the worker, which is started when it is first needed. Nothing while another is under way. */
  run: (activity: Activity, work: (client: TrainerClient) => Promise<void>) => Promise<void>;
  stop: () => void;
  /** Ends the worker and what it was doing; the next run starts another. */
  drop: () => void;
}

/** One training worker for a lab, ended with it. */
export function useTrainer(): TrainerHandle {
  const client = useRef<TrainerClient | null>(null);
  const [activity, setActivity] = useState<Activity>("idle");
  const [hasFailed, setFailed] = useState(false);
  const drop = () => {
    client.current?.dispose();
    client.current = null;
    setActivity("idle");
    setFailed(false);
  };
  useEffect(() => () => client.current?.dispose(), []);
  const run: TrainerHandle["run"] = async (doing, work) => {
    if (activity !== "idle") return;
    setActivity(doing);
    setFailed(false);
    try {
      client.current ??= createTrainerClient(spawnTrainer());
      await work(client.current);
    } catch {
      setFailed(true);
    }
    setActivity("idle");
  };
  return { activity, hasFailed, run, stop: () => client.current?.stop(), drop };
}
