"use client";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import type { Lit } from "./lit.ts";
import { ys, type Update } from "./problem.ts";

export type ListingProps = {
  learningRate: number;
  lit: Lit | null;
  onLit: (part: Lit) => void;
};

/** The listing in numpy. Pointing at a line, or focusing it, lights its mark in the figures. */
export function Listing({ learningRate, lit, onLit }: ListingProps) {
  const t = useTranslations("labs.gradient.code");
  const lines: { code: string; part?: Lit }[] = [
    { code: "x = np.array([1, 2, 3, 4, 5])" },
    { code: `y = np.array([${ys.map((y) => y.toFixed(6)).join(", ")}])` },
    { code: `w, b, lr = 0.0, 0.0, ${learningRate}` },
    { code: "for epoch in range(100):" },
    { code: "    y_pred = w * x + b", part: "pred" },
    { code: "    loss = ((y_pred - y) ** 2).mean()", part: "loss" },
    { code: "    dw = (2 * (y_pred - y) * x).mean()", part: "grad" },
    { code: "    db = (2 * (y_pred - y)).mean()", part: "grad" },
    { code: "    w = w - lr * dw", part: "upd" },
    { code: "    b = b - lr * db", part: "upd" },
  ];
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <div className="listing" tabIndex={0} role="group" aria-label={t("heading")}>
        {lines.map(({ code, part }, i) =>
          part === undefined ? (
            <div key={i} className="ln">
              <span>{code}</span>
            </div>
          ) : (
            <button
              key={i}
              type="button"
              className={lit === part ? "ln on" : "ln"}
              aria-pressed={lit === part}
              onMouseEnter={() => onLit(part)}
              onFocus={() => onLit(part)}
              onClick={() => onLit(part)}
            >
              <span>{code}</span>
            </button>
          ),
        )}
      </div>
    </div>
  );
}

export type WorkProps = { update: Update; learningRate: number; lit: Lit | null; onLit: (part: Lit) => void };

/** The step on show with its numbers put in; each line is headed by the number of its line of code. */
export function WorkedStep({ update, learningRate, lit, onLit }: WorkProps) {
  const t = useTranslations("labs.gradient.work");
  const f = (value: number) => decimal(value, 4);
  const signed = (value: number) => (value < 0 || 1 / value < 0 ? `(${f(value)})` : f(value));
  const direction = (slope: number, name: string) => t(slope < 0 ? "raise" : slope > 0 ? "lower" : "flat", { name });
  const lines: { line: number; part: Lit; text: string; result: string; note?: string }[] = [
    { line: 5, part: "pred", text: `w·x + b: w = ${f(update.wBefore)}, b =`, result: f(update.bBefore) },
    { line: 6, part: "loss", text: "loss =", result: f(update.loss), note: t("before") },
    { line: 7, part: "grad", text: "dw =", result: f(update.dw), note: direction(update.dw, "w") },
    { line: 8, part: "grad", text: "db =", result: f(update.db), note: direction(update.db, "b") },
    {
      line: 9,
      part: "upd",
      text: `w = ${f(update.wBefore)} − ${learningRate} × ${signed(update.dw)} =`,
      result: f(update.w),
    },
    {
      line: 10,
      part: "upd",
      text: `b = ${f(update.bBefore)} − ${learningRate} × ${signed(update.db)} =`,
      result: f(update.b),
    },
  ];
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span className="num">epoch {update.epoch}</span>
      </div>
      <ol className="work">
        {lines.map(({ line, part, text, result, note }) => (
          <li key={line} className={lit === part ? "on" : undefined} onMouseEnter={() => onLit(part)}>
            <span className="mk">{line}</span>
            <span className="eq">
              {text} <b>{result}</b> {note}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
