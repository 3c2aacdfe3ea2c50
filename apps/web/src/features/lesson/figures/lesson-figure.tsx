import type { FigureId } from "@fewshot/content";
import type { ReactElement } from "react";
import { DataMix } from "./data-mix.tsx";
import { DetectionFigure } from "./detection-figure.tsx";
import { Figure12 } from "./figure-1-2.tsx";
import { Figure13 } from "./figure-1-3.tsx";
import { Figure21 } from "./figure-2-1.tsx";
import { LabelsNeeded } from "./labels-needed.tsx";
import { Roadmap } from "./roadmap.tsx";
import { SizeLadder } from "./size-ladder.tsx";
import "./figures.css";

/** Every figure that a lesson can name. A figure without a drawing does not compile. */
const figures: Readonly<Record<FigureId, () => ReactElement>> = {
  "size-ladder": SizeLadder,
  "figure-2-1": Figure21,
  "labels-needed": LabelsNeeded,
  "figure-1-2": Figure12,
  "figure-1-3": Figure13,
  "data-mix": DataMix,
  detection: DetectionFigure,
  roadmap: Roadmap,
};

/** A figure of a lesson, drawn on the server: it has no script. */
export function LessonFigure({ id }: { id: FigureId }) {
  const Figure = figures[id];
  return <Figure />;
}
