"use client";
import { useEffect, useState } from "react";
import type { LabProps } from "../lab-props.ts";
import { FactBench } from "./fact-bench.tsx";
import { linkedPreset, writeLink } from "./link.ts";
import { presetOf, type PresetId } from "./presets.ts";
import { RealBench } from "./real-bench.tsx";
import { SimpleBench } from "./simple-bench.tsx";
import "../labs.css";
import "./frozen.css";

export type BenchProps = Omit<LabProps, "preset"> & { onPreset: (preset: PresetId) => void };

const benches = { "simple-ai": SimpleBench, "real-model": RealBench, "tell-it-a-fact": FactBench } as const;

/** Whether using a model moves its weights: by fingerprint, and by what is gone once the page is wiped. */
export function FrozenOrNotLab({ preset: given, ...props }: LabProps) {
  const [preset, setPreset] = useState<PresetId>(presetOf(given));
  useEffect(() => {
    if (!props.standalone) return;
    const follow = () => setPreset((before) => linkedPreset(location.hash) ?? before);
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [props.standalone]);
  const choose = (chosen: PresetId) => {
    // The fragment belongs to the preset that is left; the next one must not read it.
    history.replaceState(history.state, "", writeLink({ preset: chosen }) || location.pathname);
    setPreset(chosen);
  };
  const Bench = benches[preset];
  return <Bench key={preset} {...props} onPreset={choose} />;
}
