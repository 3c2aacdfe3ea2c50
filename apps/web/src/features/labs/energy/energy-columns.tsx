"use client";
import { useRef } from "react";
import { useLocale, useTranslations } from "next-intl";
import { useWidth } from "../frame/use-width.ts";
import { energyOf, type EnergyState } from "./state.ts";
import { numberText, shareText } from "./words.ts";

const [height, top, floor] = [250, 30, 216];

/** Without a figure for training, the axis goes as far as the slider. */
const emptyTop = energyOf(1e9, "MWh");

/** Training and use as two columns on one linear axis. Training stops at two thirds of its height, so that use can pass it. */
export function EnergyColumns({ state }: { state: EnergyState }) {
  const t = useTranslations("labs.energy.figure");
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.min(useWidth(box, 560), 560);
  const use = energyOf(state.pages, "MWh");
  const limit = state.trainingMWh > 0 ? 1.5 * state.trainingMWh : emptyTop;
  const y = (mwh: number) => floor - (Math.min(mwh, limit) / limit) * (floor - top);
  const words = {
    training: numberText(state.trainingMWh, locale),
    pages: numberText(state.pages, locale),
    use: numberText(use, locale),
    share: shareText(state) ?? "",
  };
  const columns = [
    { name: t("training"), mwh: state.trainingMWh, fill: "var(--ink)", x: width * 0.14 },
    { name: t("use"), mwh: use, fill: "var(--live)", x: width * 0.58 },
  ];
  const isEmpty = state.trainingMWh === 0;
  return (
    <figure>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <div ref={box}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={t(isEmpty ? "describeOne" : "describe", words)}
          fontSize="12"
        >
          {isEmpty ? null : (
            <line
              x1="0"
              x2={width}
              y1={y(state.trainingMWh)}
              y2={y(state.trainingMWh)}
              stroke="var(--ink)"
              strokeDasharray="1 4"
            />
          )}
          {columns.map(({ name, mwh, fill, x }) => (
            <g key={name}>
              <rect x={x} y={y(mwh)} width={width * 0.28} height={floor - y(mwh)} fill={fill} />
              <text
                className="energy-value"
                x={x + width * 0.14}
                y={y(mwh) - 8}
                textAnchor="middle"
                fill={fill}
                fontWeight="600"
              >
                {mwh === 0 ? t("noTraining") : `${mwh > limit ? "↑ " : ""}${numberText(mwh, locale)} MWh`}
              </text>
              <text x={x + width * 0.14} y={floor + 20} textAnchor="middle" fill="var(--ink-2)">
                {name}
              </text>
            </g>
          ))}
          <line x1="0" x2={width} y1={floor} y2={floor} stroke="var(--ink)" />
        </svg>
      </div>
      {use > limit ? <figcaption className="cap text-red">{t("beyond")}</figcaption> : null}
    </figure>
  );
}
