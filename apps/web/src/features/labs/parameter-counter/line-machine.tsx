"use client";
import { useTranslations } from "next-intl";
import { isParameter, lineSymbols, type LineSymbol } from "./state.ts";

export type LineMachineProps = { marked: readonly LineSymbol[]; onToggle: (symbol: LineSymbol) => void };

/** y = 2x + 5, each symbol a button: which of them are parameters? */
export function LineMachine({ marked, onToggle }: LineMachineProps) {
  const t = useTranslations("labs.parameterCounter.line");
  const between: Readonly<Record<LineSymbol, string>> = { y: "=", "2": "·", x: "+", "5": "" };
  return (
    <div>
      <p className="small dim">{t("hint")}</p>
      <div className="line-formula" role="group" aria-label={t("heading")}>
        {lineSymbols.map((symbol) => (
          <span key={symbol}>
            <button
              type="button"
              className={marked.includes(symbol) ? `tok ${isParameter(symbol) ? "drawn" : "cut"}` : "tok"}
              aria-pressed={marked.includes(symbol)}
              aria-label={t("symbol", { symbol })}
              onClick={() => onToggle(symbol)}
            >
              {symbol}
            </button>
            <span aria-hidden="true">{between[symbol]}</span>
          </span>
        ))}
      </div>
      <ul className="line-notes small" aria-live="polite">
        {marked.map((symbol) => (
          <li key={symbol}>{t(`notes.${symbol}`)}</li>
        ))}
      </ul>
    </div>
  );
}
