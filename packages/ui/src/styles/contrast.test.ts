import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Palette = Record<string, string>;
type Matrix = readonly number[];

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** Every `--name: #rrggbb` of a stretch of CSS. */
function readPalette(text: string): Palette {
  const found = text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value]));
}

function between(start: string, end: string): string {
  const from = css.indexOf(start);
  return css.slice(from, css.indexOf(end, from));
}

const light = readPalette(between(":root {", "}"));
const dark = readPalette(between(':root[data-theme="dark"] {', "}"));
const systemDark = readPalette(between(':root:not([data-theme="light"]) {', "}"));

/** Linear sRGB, each channel in [0, 1]. */
function linear(hex: string | undefined): [number, number, number] {
  if (!hex) throw new Error("colour is not in tokens.css");
  const channel = (start: number) => {
    const value = parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(one: string | undefined, other: string | undefined): number {
  const luminance = (hex: string | undefined) => {
    const [r, g, b] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1.0, in linear sRGB; rows of a 3 x 3 matrix. */
const vision: Record<string, Matrix> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

const apply = (matrix: Matrix, [x, y, z]: readonly [number, number, number]): [number, number, number] => {
  const row = (start: number) => (matrix[start] ?? 0) * x + (matrix[start + 1] ?? 0) * y + (matrix[start + 2] ?? 0) * z;
  return [row(0), row(3), row(6)];
};

const toCones: Matrix = [
  0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
  0.6299787005,
];
const toOklab: Matrix = [
  0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
  -0.808675766,
];

/** Distance in OKLab x 100 as an eye of that kind sees it; about 2 is just noticeable. */
function distance(one: string | undefined, other: string | undefined, eye: Matrix): number {
  const lab = (hex: string | undefined) => {
    const [r, g, b] = apply(eye, linear(hex)).map((value) => Math.min(1, Math.max(0, value)));
    const [l, m, s] = apply(toCones, [r ?? 0, g ?? 0, b ?? 0]).map(Math.cbrt);
    return apply(toOklab, [l ?? 0, m ?? 0, s ?? 0]);
  };
  const [a, b] = [lab(one), lab(other)];
  return 100 * Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)));
}

const texts = ["ink", "ink-2", "ink-3", "live", "red", "pine", "ochre"];
const onFills = [
  ["on-live", "live"],
  ["paper", "ink"],
  ["ink", "live-track"],
  ["ink", "live-wash"],
  ["red", "red-wash"],
  ["pine", "pine-wash"],
  ["ochre", "ochre-wash"],
] as const;
/** Pairs that carry data by colour; the states never do, they have shapes and words. */
const dataPairs = [
  ["live", "red"],
  ["live", "ink"],
  ["red", "ink"],
  ["w-n3", "w-p3"],
] as const;

describe("colours of tokens.css", () => {
  it("says the same for the dark theme whether the system or the reader chose it", () => {
    expect(Object.keys(dark).length).toBeGreaterThan(20);
    expect(systemDark).toEqual(dark);
  });

  describe.each([
    ["light", light],
    ["dark", dark],
  ])("in the %s theme", (_, palette) => {
    it.each(texts)("lets %s be read on paper and on plane (4.5:1)", (text) => {
      expect(contrast(palette[text], palette.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette[text], palette.plane)).toBeGreaterThanOrEqual(4.5);
    });

    it("lets the border of a control be seen on paper and on plane (3:1)", () => {
      expect(contrast(palette.edge, palette.paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(palette.edge, palette.plane)).toBeGreaterThanOrEqual(3);
    });

    it.each(onFills)("lets %s be read on %s (4.5:1)", (text, fill) => {
      expect(contrast(palette[text], palette[fill])).toBeGreaterThanOrEqual(4.5);
    });

    it.each(dataPairs)("keeps %s and %s apart for every kind of eye", (one, other) => {
      for (const eye of Object.values(vision)) {
        expect(distance(palette[one], palette[other], eye)).toBeGreaterThanOrEqual(15);
      }
    });
  });
});
