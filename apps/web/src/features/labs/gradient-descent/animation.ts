import type { Line } from "@fewshot/ml-core";
import { decimal } from "../format.ts";
import { tame, type Frame } from "./axes.tsx";
import { contoursOf, extentOf, frameOf, pointsOf, polyline, ticksOf, type Extent, type Point } from "./plane.ts";
import { bottom, epochs, lossOf, xs, ys, type Run } from "./problem.ts";

/** The words of the file, in the reader's language. */
export interface AnimationWords {
  title: string;
  /** What the points are and where the file was made. */
  source: string;
  plane: string;
  fit: string;
  updates: string;
  loss: string;
}

/** The colours of the page when the file is made, as CSS writes them. */
export type AnimationColours = Readonly<Record<"paper" | "ink" | "muted" | "edge" | "live", string>>;

/** A frame for the start and one after each update, 0.06 s each; then the last one stands for a while. */
const [frameSeconds, restSeconds] = [0.06, 2];

const totalSeconds = (epochs + 1) * frameSeconds + restSeconds;

const lineHeight = 24;

/**
 * A run as an animated SVG: the ball on the contours, the line through the points, and the numbers of each update.
 * It jumps from update to update, as the run does, and draws nothing in between. It needs no script, plays in a loop,
 * and stands still at the end of the run for readers who ask for less motion.
 *
 * @returns The text of a standalone SVG file of 720 × 400 units.
 */
export function animationSvg(run: Run, words: AnimationWords, colours: AnimationColours): string {
  const path = [{ w: 0, b: 0 }, ...run.updates];
  const extent = extentOf(path);
  const points = pointsOf(path, frameOf(extent));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 400" width="720" height="400" font-family="system-ui, sans-serif" font-size="12" role="img">
<title>${escape(words.title)}</title>
<style>
${styleOf(points, path)}
</style>
<rect width="720" height="400" fill="${colours.paper}"/>
<text x="34" y="28" font-size="15" font-weight="600" fill="${colours.ink}">${escape(words.title)}</text>
<g transform="translate(10 40)">${planePart(extent, points, colours)}
<text x="34" y="8" fill="${colours.muted}">${escape(words.plane)}</text></g>
<g transform="translate(360 40)">${fitPart(colours)}
<text x="34" y="8" fill="${colours.muted}">${escape(words.fit)}</text></g>
${numbersPart(path, words, colours)}
<text x="34" y="386" font-size="11" fill="${colours.muted}">${escape(words.source)}</text>
</svg>
`;
}

function planePart(extent: Extent, points: readonly Point[], colours: AnimationColours): string {
  const frame = frameOf(extent);
  const contours = contoursOf(extent, frame).map((contour) => `<path d="${contour}"/>`);
  return `<clipPath id="p"><rect x="34" y="24" width="270" height="240"/></clipPath>
<g clip-path="url(#p)" fill="none"><g stroke="${colours.edge}">${contours.join("")}</g>
<path d="${polyline(points) ?? ""}" stroke="${colours.live}" stroke-opacity="0.45" stroke-width="1.5"/>
<path d="M${frame.x(bottom.w) - 6} ${frame.y(bottom.b)}h12m-6 -6v12" stroke="${colours.ink}" stroke-width="1.75"/>
<circle class="ball" r="6" fill="${colours.live}" stroke="${colours.paper}" stroke-width="2"/></g>
${axesPart(frame, { x: ticksOf(extent.w), y: ticksOf(extent.b), names: ["w", "b"] }, colours)}`;
}

const fitFrame: Frame = { left: 34, right: 324, top: 24, bottom: 264, x: (x) => 34 + x * 48, y: (y) => 264 - y * 18.6 };

function fitPart(colours: AnimationColours): string {
  const points = xs.map((x, i) => `<circle cx="${fitFrame.x(x)}" cy="${fitFrame.y(ys[i] ?? 0).toFixed(1)}" r="4.5"/>`);
  return `<clipPath id="f"><rect x="34" y="24" width="290" height="240"/></clipPath>
<g clip-path="url(#f)"><path class="line" d="M0 0H6" stroke="${colours.live}" stroke-width="2.25" vector-effect="non-scaling-stroke"/>
<g fill="${colours.ink}">${points.join("")}</g></g>
${axesPart(fitFrame, { x: [1, 2, 3, 4, 5], y: [0, 4, 8, 12], names: ["x", "y"] }, colours)}`;
}

interface Ticks {
  x: readonly number[];
  y: readonly number[];
  names: readonly [string, string];
}

function axesPart(frame: Frame, ticks: Ticks, { ink, muted }: AnimationColours): string {
  const { left, right, top, bottom: low } = frame;
  const text = (value: number) => String(value).replace("-", "−");
  const xTexts = ticks.x.map((x) => `<text x="${frame.x(x).toFixed(1)}" y="${low + 16}">${text(x)}</text>`);
  const yTexts = ticks.y.map((y) => `<text x="${left - 6}" y="${(frame.y(y) + 4).toFixed(1)}">${text(y)}</text>`);
  return `<path d="M${left} ${top}V${low}H${right}" stroke="${ink}" fill="none"/>
<g fill="${muted}" text-anchor="middle">${xTexts.join("")}<text x="${right - 4}" y="${low + 16}">${ticks.names[0]}</text></g>
<g fill="${muted}" text-anchor="end">${yTexts.join("")}<text x="${left - 6}" y="${top}">${ticks.names[1]}</text></g>`;
}

/** One line of numbers for each frame, all in a column, of which a window shows one. */
function numbersPart(path: readonly Line[], words: AnimationWords, { live }: AnimationColours): string {
  const texts = path.map(({ w, b }, i) => {
    const parts = [`${words.updates} ${i}`, `w = ${decimal(w, 3)}`, `b = ${decimal(b, 3)}`];
    const text = [...parts, `${words.loss} = ${decimal(lossOf(w, b), 4)}`].join(" · ");
    return `<text x="34" y="${353 + i * lineHeight}">${escape(text)}</text>`;
  });
  return `<clipPath id="n"><rect x="34" y="336" width="660" height="${lineHeight}"/></clipPath>
<g clip-path="url(#n)"><g class="numbers" fill="${live}" font-size="14" font-weight="600">
${texts.join("\n")}
</g></g>`;
}

function styleOf(points: readonly Point[], path: readonly Line[]): string {
  const moves: Readonly<Record<string, readonly string[]>> = {
    ball: points.map(({ x, y }) => `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`),
    line: path.map(lineTransform),
    numbers: points.map((_, i) => `translateY(${-i * lineHeight}px)`),
  };
  const rules = Object.entries(moves).map(([name, transforms]) => {
    const frames = transforms.map((transform, i) => `${share(i)}%{transform:${transform}}`).join("");
    return `@keyframes ${name}{${frames}}
.${name}{transform:${transforms.at(-1) ?? "none"};animation:${name} ${totalSeconds.toFixed(2)}s step-end infinite}`;
  });
  return `${rules.join("\n")}
@media (prefers-reduced-motion:reduce){.ball,.line,.numbers{animation:none}}`;
}

/** When a frame begins, in per cent of the whole. */
function share(frame: number): string {
  return ((100 * frame * frameSeconds) / totalSeconds).toFixed(3);
}

/** Carries the segment from x = 0 to 6 at height 0 onto the line y = wx + b of the figure. */
function lineTransform({ w, b }: Line): string {
  return `matrix(48,${tame(-18.6 * w).toFixed(2)},0,1,34,${tame(fitFrame.y(b)).toFixed(2)})`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
