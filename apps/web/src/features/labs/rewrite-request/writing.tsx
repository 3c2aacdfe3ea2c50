"use client";
import { useId } from "react";
import type { Locale } from "@fewshot/quiz";
import { useTranslations } from "next-intl";
import { lengthOf, tableOf, type Draft } from "./state.ts";

export type WritingProps = { draft: Draft; locale: Locale; onChange: (patch: Partial<Draft>) => void };

/** Three fields for a request of one's own, and the table that they describe. */
export function Writing({ draft, locale, onChange }: WritingProps) {
  const t = useTranslations("labs.rewriteRequest.writing");
  const table = tableOf(draft);
  return (
    <section className="rewrite-part">
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span className="num">{t("note", { length: lengthOf(draft, locale) })}</span>
      </div>
      <div className="rewrite-writing">
        <div className="rewrite-fields">
          <Field
            label={t("sentence")}
            hint={t("sentenceHint")}
            rows={2}
            value={draft.sentence}
            onChange={(sentence) => onChange({ sentence })}
          />
          <Field
            label={t("header")}
            hint={t("headerHint")}
            rows={1}
            value={draft.header}
            onChange={(header) => onChange({ header: header.replaceAll("\n", " ") })}
          />
          <Field
            label={t("rows")}
            hint={t("rowsHint")}
            rows={2}
            value={draft.rows}
            onChange={(rows) => onChange({ rows })}
          />
        </div>
        <div>
          <p className="small">{t("preview")}</p>
          <Preview {...table} caption={t("preview")} />
          <p className="cap" aria-live="polite">
            {table.uneven > 0 ? t("uneven") : t("found", { columns: table.columns.length, rows: table.rows.length })}
          </p>
        </div>
      </div>
    </section>
  );
}

type FieldProps = { label: string; hint: string; rows: number; value: string; onChange: (value: string) => void };

/** Long enough for any version of one sentence and a row. */
const longest = 300;

function Field({ label, hint, rows, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label className="small" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="field"
        rows={rows}
        maxLength={longest}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="cap" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** The table as it stands; before there is a column, an empty frame of one. */
function Preview({ columns, rows, caption }: { columns: string[]; rows: string[][]; caption: string }) {
  return (
    <div className="rewrite-preview" tabIndex={0} role="group" aria-label={caption}>
      {columns.length === 0 ? null : (
        <table className="ruled small">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
