"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { useReducedMotion } from "../frame/use-reduced-motion.ts";
import { epochs, largestStableRate } from "./problem.ts";
import { ranges } from "./state.ts";

/** 100 steps in about three seconds. */
const frameMs = 30;

export type DriveProps = {
  epoch: number;
  learningRate: number;
  onEpoch: (epoch: number) => void;
  onRate: (rate: number) => void;
};

/** Step by step, all at once, or by hand on the scrubber; and the learning rate, with the edge of stability marked. */
export function Drive({ epoch, learningRate, onEpoch, onRate }: DriveProps) {
  const t = useTranslations("labs.gradient");
  const [isRunning, run] = useRun(epoch, onEpoch);
  const rateMark = (largestStableRate - ranges.learningRate.min) / (ranges.learningRate.max - ranges.learningRate.min);
  return (
    <div className="drive">
      <div className="tray-buttons">
        <button className="btn sm" type="button" disabled={epoch === 0} onClick={() => onEpoch(epoch - 1)}>
          {t("previous")}
        </button>
        <button
          className={epoch === epochs - 1 ? "btn sm" : "btn sm primary"}
          type="button"
          disabled={epoch === epochs - 1}
          onClick={() => onEpoch(epoch + 1)}
        >
          {t("step")}
        </button>
        <button className="btn sm" type="button" onClick={run}>
          {isRunning ? t("stop") : t("all")}
        </button>
      </div>
      <Slider
        label={t("epoch")}
        {...ranges.epoch}
        value={epoch}
        ticks={["0", "25", "50", "75", "99"]}
        onChange={onEpoch}
      />
      <div className="rate">
        <Slider
          label={t("rate")}
          {...ranges.learningRate}
          value={learningRate}
          display={decimal(learningRate, 3)}
          ticks={[".001", ".1"]}
          onChange={(rate) => onRate(Number(rate.toFixed(ranges.learningRate.decimals)))}
        />
        <span
          className="rate-mark"
          style={{ left: `calc(9px + (100% - 18px) * ${rateMark.toFixed(4)})` }}
          aria-hidden="true"
        >
          .0845
        </span>
        <p className="sr">{t("rateMark", { rate: decimal(largestStableRate, 4) })}</p>
      </div>
    </div>
  );
}

/** Runs to the last update: frame by frame, or at once for readers who ask for less motion. */
function useRun(epoch: number, onEpoch: (epoch: number) => void): [boolean, () => void] {
  const isStill = useReducedMotion();
  const [isRunning, setRunning] = useState(false);
  const advance = useEffectEvent(() => {
    if (epoch >= epochs - 1) setRunning(false);
    else onEpoch(epoch + 1);
  });
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => advance(), frameMs);
    return () => clearInterval(timer);
  }, [isRunning]);
  const run = () => {
    if (isRunning) return setRunning(false);
    if (isStill) return onEpoch(epochs - 1);
    if (epoch === epochs - 1) onEpoch(0);
    setRunning(true);
  };
  return [isRunning, run];
}
