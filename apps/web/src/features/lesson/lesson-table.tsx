import type { Align, Table } from "@fewshot/content";
import { useTranslations } from "next-intl";
import { InlineText } from "./inline.tsx";

const alignment = (align: Align | undefined) => (align === "right" ? "r" : undefined);

/** A ruled table; where it is too wide, it scrolls by itself. */
export function LessonTable({ table }: { table: Table }) {
  const t = useTranslations("course.lesson");
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("tableScroll")}>
      <table className="ruled">
        <thead>
          <tr>
            {table.header.map((cell, column) => (
              <th key={column} scope="col" className={alignment(table.align[column])}>
                <InlineText nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} className={alignment(table.align[column])}>
                  <InlineText nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
