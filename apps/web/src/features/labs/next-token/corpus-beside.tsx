"use client";
import { useMemo } from "react";
import { softmax } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { corpusRows, type CorpusRow } from "./teaching-shares.ts";
import type { NextTokenView } from "./use-next-token.ts";

/** Where the prompt ends as the teaching sentences begin: what was counted in them, beside what the model gives. */
export function CorpusBeside({ view }: { view: NextTokenView }) {
  const { source, state } = view;
  const rows = useMemo(() => {
    if (source === null || state.focus !== 0) return null;
    const logits = source.peek(source.promptIds(state.prompt));
    return logits === undefined ? null : corpusRows(state.prompt, softmax(logits), (text) => source.promptIds(text));
  }, [source, state.focus, state.prompt]);
  return rows === null ? null : <CorpusTable rows={rows} />;
}

function CorpusTable({ rows }: { rows: readonly CorpusRow[] }) {
  const t = useTranslations("labs.nextToken.corpus");
  return (
    <div className="corpus">
      <div className="fig-h">
        <div>{t("heading")}</div>
      </div>
      <table className="ruled small">
        <thead>
          <tr>
            <th scope="col">{t("place")}</th>
            <th scope="col" className="r">
              {t("counted")}
            </th>
            <th scope="col" className="r">
              {t("model")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind}>
              <td>{row.place === "" ? t(row.kind as "others") : row.place}</td>
              <td className="r num">{percent(row.corpus)}</td>
              <td className="r num">{percent(row.model)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cap">{t("note")}</p>
    </div>
  );
}
