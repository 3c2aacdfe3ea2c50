// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { animationSvg } from "./animation.ts";
import { runListing } from "./problem.ts";

const words = {
  title: "Learning rate < 1 & > 0",
  source: "made here",
  plane: "plane",
  fit: "fit",
  updates: "updates",
  loss: "loss",
};
const colours = { paper: "#fff", ink: "#000", muted: "#777", edge: "#888", live: "#00f" };

function open(rate: number): { svg: Document; text: string } {
  const text = animationSvg(runListing(rate), words, colours);
  return { svg: new DOMParser().parseFromString(text, "image/svg+xml"), text };
}

describe("animationSvg", () => {
  it("is one well-formed file with a title, whatever the words are", () => {
    const { svg } = open(0.01);
    expect(svg.querySelector("parsererror")).toBeNull();
    expect(svg.querySelector("title")?.textContent).toBe(words.title);
  });

  it("has the start and the numbers after each of the 100 updates", () => {
    const lines = [...open(0.01).svg.querySelectorAll(".numbers text")].map((line) => line.textContent);
    expect(lines).toHaveLength(101);
    expect(lines[0]).toBe("updates 0 · w = 0.000 · b = 0.000 · loss = 46.9868");
    expect(lines[1]).toBe("updates 1 · w = 0.454 · b = 0.125 · loss = 27.4316");
    expect(lines[100]).toBe("updates 100 · w = 1.944 · b = 0.436 · loss = 0.1103");
  });

  it("jumps, 101 frames each for ball, line and numbers, and ends before the whole does", () => {
    const { text } = open(0.01);
    for (const name of ["ball", "line", "numbers"]) {
      const frames = new RegExp(`@keyframes ${name}\\{(.*)\\}\\n`).exec(text)?.[1]?.match(/([\d.]+)%/g) ?? [];
      expect(frames).toHaveLength(101);
      expect(frames[0]).toBe("0.000%");
      expect(Number.parseFloat(frames.at(-1) ?? "")).toBeLessThan(80);
    }
    expect(text).toContain("step-end infinite");
    expect(text).toContain("prefers-reduced-motion:reduce");
  });

  it("lays the line through the heights it has at the first point and the last", () => {
    const [, slope, shift] = /\.line\{transform:matrix\(48,(-?[\d.]+),0,1,34,(-?[\d.]+)\)/.exec(open(0.01).text) ?? [];
    const heightAt = (x: number) => (264 - (Number(slope) * x + Number(shift))) / 18.6;
    expect(heightAt(0)).toBeCloseTo(0.436, 2);
    expect(heightAt(6)).toBeCloseTo(12.103, 2);
  });

  it("has no number that no renderer knows, even where the run flies off; no script, nothing fetched", () => {
    const { svg, text } = open(0.1);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.querySelector("script, image, foreignObject, [href]")).toBeNull();
    expect(text.replace("http://www.w3.org/2000/svg", "")).not.toContain("http");
  });
});
