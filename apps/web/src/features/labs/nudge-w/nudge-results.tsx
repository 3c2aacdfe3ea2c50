"use client";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { digitsOf } from "./close-up-panel.tsx";
import { nudgedIds, readNudge, type Nudged } from "./nudge.ts";
import { sizeText } from "./size-text.ts";
import { hasSeen, type NudgeState } from "./state.ts";

/** The last nudge in numbers, and all three at this place one below the other. */
export function NudgeResults({ state }: { state: NudgeState }) {
  return (
    <div className="nudge-results">
      <Reckoning state={state} />
      <ThreeNudges state={state} />
    </div>
  );
}

/** From two losses to a slope; before a nudge was made, only what is known. */
function Reckoning({ state: { w, b, size, nudged } }: { state: NudgeState }) {
  const t = useTranslations("labs.nudge.reckoning");
  const reading = readNudge({ w, b }, nudged ?? "w", size);
  const digits = digitsOf(size);
  const rows: [string, string][] = [
    [t("before"), decimal(reading.before, digits)],
    [t("after"), decimal(reading.after, digits)],
    [t("change"), decimal(reading.change, digits)],
    [t("ratio", { size: sizeText(size) }), decimal(reading.ratio, 6)],
    [t("fromBothSides", { size: sizeText(size) }), decimal(reading.fromBothSides, 6)],
    [t(`slope.${nudged ?? "w"}`), decimal(reading.slope, 6)],
  ];
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
      </div>
      <dl className="readout">
        {rows.map(([name, number], i) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={nudged === null && i > 0 ? "num" : "live num"}>{nudged === null && i > 0 ? "–" : number}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function ThreeNudges({ state }: { state: NudgeState }) {
  const t = useTranslations("labs.nudge.three");
  const { w, b, size } = state;
  const digits = digitsOf(size);
  const changeBy = (nudged: Nudged) => readNudge({ w, b }, nudged, size).change;
  const isComplete = nudgedIds.every((id) => hasSeen(state, id));
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading", { w: decimal(w, 3), b: decimal(b, 1) })}</div>
        <span>{t("note", { size: sizeText(size) })}</span>
      </div>
      <dl className="readout">
        {nudgedIds.map((id) => (
          <div key={id}>
            <dt>{t(id)}</dt>
            <dd className="live num">{hasSeen(state, id) ? decimal(changeBy(id), digits) : "–"}</dd>
          </div>
        ))}
        <div>
          <dt>{t("sum")}</dt>
          <dd className="live num">{isComplete ? decimal(changeBy("w") + changeBy("b"), digits) : "–"}</dd>
        </div>
      </dl>
    </div>
  );
}
