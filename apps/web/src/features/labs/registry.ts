import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { Text } from "@fewshot/quiz";
import type { LabProps } from "./lab-props.ts";

/** The labs that exist. The course names more; a lesson shows a lab once it is here. */
export const labIds = ["next-token", "gradient-descent"] as const;
export type ImplementedLabId = (typeof labIds)[number];

/** What a page needs to know of a lab before its code is there. */
export interface LabEntry {
  title: Text;
  /** The question it answers. */
  lede: Text;
  /** The preset of the lab on its own page. */
  defaultPreset: string;
  /** All presets a lesson may name. */
  presets: readonly string[];
  /** Its code is a chunk of its own: a page without this lab does not carry it. */
  component: ComponentType<LabProps>;
}

/** Every lab by id. */
export const labs = {
  "next-token": {
    title: { zh: "下一个 token", en: "The next token" },
    lede: { zh: "同一句话问两遍，为什么会得到两个答案？", en: "Ask the same thing twice. Why do you get two answers?" },
    defaultPreset: "free",
    presets: ["free", "wo-lai-zi", "eight-candidates"],
    component: dynamic(() => import("./next-token/next-token-lab.tsx").then((module) => module.NextTokenLab)),
  },
  "gradient-descent": {
    title: { zh: "梯度下降", en: "Gradient descent" },
    lede: { zh: "只看脚下的坡度，能走到谷底吗？", en: "Feeling only the slope underfoot, can you reach the bottom?" },
    defaultPreset: "contour",
    presets: ["contour", "by-hand"],
    component: dynamic(() =>
      import("./gradient-descent/gradient-descent-lab.tsx").then((module) => module.GradientDescentLab),
    ),
  },
} satisfies Record<ImplementedLabId, LabEntry>;

/** The lab of that id, or undefined if it does not exist (yet). */
export function findLab(id: string): LabEntry | undefined {
  const known = labIds.find((labId) => labId === id);
  return known === undefined ? undefined : labs[known];
}
