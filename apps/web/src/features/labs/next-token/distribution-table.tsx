"use client";
import { DataTable } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { count, decimal, percent } from "../format.ts";
import type { Distribution } from "./distribution.ts";
import { Token } from "./token.tsx";
import type { NextTokenView } from "./use-next-token.ts";

/** The numbers behind bars and histogram. */
export function DistributionTable({ view, distribution }: { view: NextTokenView; distribution: Distribution }) {
  const t = useTranslations("labs.nextToken");
  const summary = useTranslations("labs.frame")("table");
  const { counts, state, locale } = view;
  const { rest } = distribution;
  const series = (id: number, after: number) =>
    counts === null ? [] : [counts.get(id) ?? 0, decimal(state.samples * after, 1)];
  const rows = distribution.rows.map((row) => [
    <Token key="token" piece={view.piece(row.id)} state={row.isCut ? "cut" : "possible"} />,
    row.id,
    percent(row.before, 3),
    percent(row.after, 3),
    ...series(row.id, row.after),
  ]);
  const inRows = distribution.rows.reduce((sum, row) => sum + (counts?.get(row.id) ?? 0), 0);
  const restRow = [
    t("table.rest"),
    t("table.restCount", { count: count(rest.count, locale) }),
    percent(rest.before, 3),
    percent(rest.after, 3),
    ...(counts === null ? [] : [state.samples - inRows, decimal(state.samples * rest.after, 1)]),
  ];
  const header = [t("table.token"), t("table.id"), t("table.before"), t("table.after")];
  return (
    <DataTable
      summary={summary}
      header={counts === null ? header : [...header, t("draws.count"), t("draws.expected")]}
      rows={rest.count > 0 ? [...rows, restRow] : rows}
    />
  );
}
