import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { findLab, labIds } from "#features/labs/registry";
import { Link } from "#i18n/navigation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("course.labsPage");
  return { title: t("title") };
}

/** Every lab that has been built, with its question. */
export default async function LabsPage() {
  const t = await getTranslations("course.labsPage");
  const locale = await getLocale();
  return (
    <>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
        <p className="lede max-w-[34em]">{t("lede")}</p>
      </header>
      <table className="ruled toc">
        <tbody>
          {labIds.map((labId, index) => {
            const lab = findLab(labId);
            return lab ? (
              <tr key={labId}>
                <td className="num">{index + 1}</td>
                <td>
                  <Link href={`/labs/${labId}`}>
                    <span className="t">{lab.title[locale]}</span>
                    <p className="q">{lab.lede[locale]}</p>
                  </Link>
                </td>
              </tr>
            ) : null;
          })}
        </tbody>
      </table>
    </>
  );
}
