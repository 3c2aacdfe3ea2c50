import type { ModuleOutline } from "@fewshot/content";
import type { Locale } from "@fewshot/quiz";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";

/** The modules as a table of contents; each row leads to its place on the course map. */
export function CourseContents({ modules }: { modules: readonly ModuleOutline[] }) {
  return (
    <table className="ruled toc">
      <tbody>
        {modules.map((module, index) => (
          <ModuleLine key={module.slug} module={module} number={index + 1} />
        ))}
      </tbody>
    </table>
  );
}

function ModuleLine({ module, number }: { module: ModuleOutline; number: number }) {
  const t = useTranslations("home.course");
  const locale: Locale = useLocale();
  const count = module.lessons.length;
  const written = module.lessons.filter(({ isWritten }) => isWritten).length;
  return (
    <tr>
      <td className="num">{number}</td>
      <td>
        <Link href={`/course#${module.slug}`}>
          <span className="t">{module.title[locale]}</span>
          <p className="q">{module.question[locale]}</p>
        </Link>
      </td>
      <td className="labs r">{written < count ? t("written", { written, count }) : t("lessons", { count })}</td>
    </tr>
  );
}
