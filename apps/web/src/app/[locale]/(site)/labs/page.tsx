import { LAB_IDS } from "@fewshot/content";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "#i18n/navigation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("course.labsPage");
  return { title: t("title") };
}

/** Every lab with its question. */
export default async function LabsPage() {
  const t = await getTranslations("course.labsPage");
  const title = await getTranslations("labs.titles");
  const lede = await getTranslations("labs.ledes");
  return (
    <>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
        <p className="lede max-w-[34em]">{t("lede")}</p>
      </header>
      <table className="ruled toc">
        <tbody>
          {LAB_IDS.map((labId, index) => (
            <tr key={labId}>
              <td className="num">{index + 1}</td>
              <td>
                <Link href={`/labs/${labId}`}>
                  <span className="t">{title(labId)}</span>
                  <p className="q">{lede(labId)}</p>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
