"use client";
import type { LabId } from "@fewshot/content";
import { useLocale } from "next-intl";
import { labs } from "./registry.ts";

/** A lab with its own words and its own missions, in the state it starts from when nobody names one. */
export function LabAlone({ labId }: { labId: LabId }) {
  const Lab = labs[labId];
  return <Lab preset="" locale={useLocale()} standalone />;
}
