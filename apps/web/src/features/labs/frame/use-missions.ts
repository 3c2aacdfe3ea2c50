"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { LabState } from "@fewshot/quiz";
import type { LabMission } from "../lab-props.ts";
import { metMissions } from "../missions.ts";

/**
 * The missions done so far. A mission once met stays done, whatever the lab shows later, and is reported once.
 *
 * @param state - What the lab publishes now.
 * @param onMission - Called with the id of each mission when it is first met.
 */
export function useMissions(
  missions: readonly LabMission[],
  state: LabState,
  onMission: ((id: string) => void) | undefined,
): ReadonlySet<string> {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const met = metMissions(missions, state).filter((id) => !done.has(id));
  const news = met.join(" ");
  const report = useEffectEvent((ids: readonly string[]) => ids.forEach((id) => onMission?.(id)));
  useEffect(() => {
    if (news === "") return;
    const ids = news.split(" ");
    setDone((before) => new Set([...before, ...ids]));
    report(ids);
  }, [news]);
  return done;
}
