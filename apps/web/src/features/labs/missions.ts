import { evaluateEnd, parseEnd, type LabState } from "@fewshot/quiz";
import type { LabMission } from "./lab-props.ts";

/**
 * The missions whose end state the lab is in.
 *
 * @returns Ids, in the missions' order. An end that cannot be parsed is never met (the content compiler refuses it).
 */
export function metMissions(missions: readonly Pick<LabMission, "id" | "end">[], state: LabState): string[] {
  return missions
    .filter(({ end }) => {
      const parsed = parseEnd(end);
      return parsed.ok && evaluateEnd(parsed.value, state);
    })
    .map(({ id }) => id);
}
