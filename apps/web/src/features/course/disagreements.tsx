import type { Disagreement } from "@fewshot/content";
import { useLocale, useTranslations } from "next-intl";

/** Where the paper's text says one number and its table another. */
export function Disagreements({ rows }: { rows: readonly Disagreement[] }) {
  const t = useTranslations("course.sources");
  const locale = useLocale();
  return (
    <>
      <p className="max-w-[34em]">{t("disagreementsNote")}</p>
      <div className="overflow-x-auto mt-4" tabIndex={0} role="region" aria-label={t("disagreements")}>
        <table className="ruled small">
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("text")}</th>
              <th scope="col">{t("table")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, text, table }) => (
              <tr key={what.en}>
                <th scope="row">{what[locale]}</th>
                <td>{text[locale]}</td>
                <td>{table[locale]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
