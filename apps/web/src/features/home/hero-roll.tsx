"use client";
import { DataTable, Roll, Slider, TokenChip } from "@fewshot/ui";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { candidates, drawNumber, given, sharesAt } from "./stated-candidates.ts";

const firstSeed = 47;
const logLength = 8;

/** The draws before the one the page opens with, at temperature 1. */
const firstLog = Array.from(
  { length: logLength },
  (_, back) => drawNumber(firstSeed - logLength + back, sharesAt(1)).index,
);

/** The roll on the home page: real softmax, real draws, stated shares. */
export function HeroRoll() {
  const t = useTranslations("home.roll");
  const format = useFormatter();
  const locale = useLocale();
  const [temperature, setTemperature] = useState(1);
  const [seed, setSeed] = useState(firstSeed);
  const [earlier, setEarlier] = useState(firstLog);

  const shares = useMemo(() => sharesAt(temperature), [temperature]);
  const draw = drawNumber(seed, shares);
  const word = (index: number) => candidates[locale][index] ?? "";
  const percent = (share: number) =>
    format.number(share, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const drawAgain = () => {
    setEarlier([...earlier, draw.index].slice(-logLength));
    setSeed(seed + 1);
  };
  const chance = percent(shares.find(({ id }) => id === draw.index)?.prob ?? 0);

  return (
    <section className="spec" aria-label={t("label")}>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="says" aria-live="polite">
          {given[locale].map((text) => (
            <TokenChip key={text} text={text.trim()} state="given" />
          ))}
          <TokenChip text={word(draw.index).trim()} state="drawn" />
        </div>
        <p className="cap num">
          {t.rich("odds", { chance, live: (chunks) => <span className="live">{chunks}</span> })}
        </p>
      </div>
      <Roll
        u={draw.u}
        label={t("figure", { u: draw.u.toFixed(4), word: word(draw.index).trim(), chance })}
        segments={shares.map(({ id, prob }) => ({
          id,
          label: word(id).trim(),
          probability: prob,
          isHit: id === draw.index,
        }))}
      />
      <div className="ctl">
        <Slider
          label={t("temperature")}
          value={temperature}
          min={0.1}
          max={3}
          step={0.05}
          display={temperature.toFixed(2)}
          ticks={["0.1", "1", "2", "3"]}
          onChange={setTemperature}
        />
        <button className="btn primary" type="button" onClick={drawAgain}>
          {t("draw")}
        </button>
        <div className="log" role="group" aria-label={t("before")}>
          {earlier.map((index, position) => (
            <TokenChip key={seed - logLength + position} text={word(index).trim()} state="given" />
          ))}
        </div>
      </div>
      <DataTable
        summary={t("table")}
        header={[t("candidate"), t("probability")]}
        rows={shares.map(({ id, prob }) => [word(id).trim(), percent(prob)])}
      />
    </section>
  );
}
