import type { LabId } from "@fewshot/content";
import type { Messages } from "#messages/index";
import { labs } from "./registry.ts";

/** The words that a page sends to the browser for one lab: what all labs share, and its own. */
export function labMessages({ common, labs: all }: Messages, labId: LabId) {
  const { titles, frame, model, fingerprint } = all;
  const { words } = labs[labId];
  return { common, labs: { titles, frame, model, fingerprint, [words]: all[words] } };
}
