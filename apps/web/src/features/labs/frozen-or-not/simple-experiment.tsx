"use client";
import { DataTable, Slider } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { Fingerprint } from "../fingerprint/fingerprint.tsx";
import { buttons, fingerprintOf, simpleStart, type Button, type Press, type SimpleState } from "./simple-ai.ts";

export type SimpleExperimentProps = {
  state: SimpleState;
  onX: (x: number) => void;
  onPress: (button: Button) => void;
};

/** The panel of a program with two numbers: four buttons, its two numbers, its fingerprint. */
export function SimpleExperiment({ state, onX, onPress }: SimpleExperimentProps) {
  const t = useTranslations("labs.frozen.simple");
  const { w, b, x, updates, presses } = state;
  const shown = presses.at(-1);
  return (
    <>
      <div className="bench">
        <div className="tray">
          <Slider label={t("x")} min={0} max={10} step={1} value={x} ticks={["0", "5", "10"]} onChange={onX} />
          <div className="tray-buttons">
            {buttons.map((button) => (
              <button key={button} className="btn sm mono" type="button" onClick={() => onPress(button)}>
                {labelOf(button, x)}
              </button>
            ))}
          </div>
          <p className="cap">{t("panel")}</p>
        </div>
        <div className="frozen-part">
          <div className="fig-h">
            <div>SimpleAI</div>
            <span className="num">y = wx + b</span>
          </div>
          <dl className="readout numbers">
            <dt>w</dt>
            <dd className="live">{decimal(w, digitsOf(w))}</dd>
            <dt>b</dt>
            <dd className="live">{decimal(b, digitsOf(b))}</dd>
            <dt>{t("updates")}</dt>
            <dd>{updates}</dd>
          </dl>
          <p className="answer" aria-live="polite">
            {shown === undefined ? t("nothing") : <Answer press={shown} />}
          </p>
          <div>
            <h4 className="small">{t("fingerprint")}</h4>
            <Fingerprint
              hash={fingerprintOf(state)}
              than={presses.length > 0 ? fingerprintOf(simpleStart) : undefined}
            />
          </div>
        </div>
      </div>
      <PressTable presses={presses} />
    </>
  );
}

function Answer({ press }: { press: Press }) {
  const t = useTranslations("labs.frozen.simple.answer");
  const { button, x = 0, y = 0, w, b } = press;
  return t(button, { x, y: decimal(y, digitsOf(y)), w: decimal(w, digitsOf(w)), b: decimal(b, digitsOf(b)) });
}

/** Every press, with its fingerprint's first digits. */
function PressTable({ presses }: { presses: readonly Press[] }) {
  const t = useTranslations("labs.frozen.simple.table");
  const rows = presses.map(({ button, x = 0, y, w, b, before, after }, i) => [
    `${i + 1}. ${labelOf(button, x)}`,
    y === undefined ? "–" : decimal(y, digitsOf(y)),
    decimal(w, digitsOf(w)),
    decimal(b, digitsOf(b)),
    `${after.slice(0, 8)}…`,
    before === after ? t("same") : t("other"),
  ]);
  return (
    <DataTable summary={t("caption")} header={[t("button"), "y", "w", "b", t("hash"), t("verdict")]} rows={rows} />
  );
}

function labelOf(button: Button, x: number): string {
  if (button === "predict") return `predict(${x})`;
  return button === "predict1000" ? "predict × 1000" : button;
}

/** Two numbers as they stand in the code, and what training makes of them with six digits. */
function digitsOf(value: number): number {
  return Number.isInteger(10 * value) ? 1 : 6;
}
