"use client";
import { useLocale } from "next-intl";
import { findLab } from "#features/labs/registry";

/** A lab with its own words and its own missions. */
export function LabAlone({ labId }: { labId: string }) {
  const locale = useLocale();
  const lab = findLab(labId);
  if (!lab) return null;
  const { component: Lab, defaultPreset } = lab;
  return <Lab preset={defaultPreset} locale={locale} standalone />;
}
