"use client";
import { useEffect, useState } from "react";
import type { LabProps } from "../lab-props.ts";
import { linkedPreset, writeLink } from "./link.ts";
import { presetOf, type PresetId } from "./presets.ts";
import { ScratchBench } from "./scratch-bench.tsx";
import { TunedBench } from "./tuned-bench.tsx";
import "../labs.css";
import "./micro.css";

export type MicroBenchProps = Omit<LabProps, "preset"> & { onPreset: (preset: PresetId) => void };

/** A GPT small enough to be trained here: from nothing on a text of one's own, or further on dialogues. */
export function MicroGptLab({ preset: given, ...props }: LabProps) {
  const [preset, setPreset] = useState<PresetId>(presetOf(given));
  useEffect(() => {
    if (!props.standalone) return;
    const follow = () => setPreset((before) => linkedPreset(location.hash) ?? before);
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [props.standalone]);
  const choose = (chosen: PresetId) => {
    history.replaceState(history.state, "", writeLink(chosen) || location.pathname);
    setPreset(chosen);
  };
  const Bench = preset === "from-scratch" ? ScratchBench : TunedBench;
  return <Bench key={preset} {...props} onPreset={choose} />;
}
