import type { ReactNode } from "react";

export type DataTableProps = {
  /** What opens it: "View as a table". */
  summary: string;
  header: readonly string[];
  /** Rows of cells; the first cell heads its row. */
  rows: readonly (readonly ReactNode[])[];
};

/** The numbers behind a chart, folded away. Every chart has one. */
export function DataTable({ summary, header, rows }: DataTableProps) {
  return (
    <details className="mt-4">
      <summary>{summary}</summary>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={summary}>
        <table className="ruled small">
          <thead>
            <tr>
              {header.map((name, column) => (
                <th key={name} scope="col" className={column > 0 ? "r" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={column} className={column > 0 ? "r num" : "num"}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
