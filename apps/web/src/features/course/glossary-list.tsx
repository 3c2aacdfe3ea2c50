import type { GlossaryTerm, LessonOutline, ModuleOutline } from "@fewshot/content";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";

type Props = { modules: readonly ModuleOutline[]; terms: readonly GlossaryTerm[] };

/** The terms by module, each with its name in the other language and the lesson in which it is first used. */
export function GlossaryList({ modules, terms }: Props) {
  const locale = useLocale();
  return modules.map((module) => {
    const own = terms.filter(({ first }) => first.startsWith(`${module.slug}/`));
    if (own.length === 0) return null;
    return (
      <section key={module.slug} className="module" aria-labelledby={`${module.slug}-terms`}>
        <h2 id={`${module.slug}-terms`}>{module.title[locale]}</h2>
        <dl className="glossary">
          {own.map((term) => (
            <Entry key={term.id} term={term} lesson={module.lessons.find(({ id }) => id === term.first)} />
          ))}
        </dl>
      </section>
    );
  });
}

function Entry({ term, lesson }: { term: GlossaryTerm; lesson: LessonOutline | undefined }) {
  const t = useTranslations("course.glossary");
  const locale = useLocale();
  const other = locale === "zh" ? "en" : "zh";
  return (
    <div id={term.id} className="glossary-entry">
      <dt>
        {term.term[locale]}
        {term.term[other] === term.term[locale] ? null : (
          <span className="small faint" lang={other}>
            {term.term[other]}
          </span>
        )}
      </dt>
      <dd>
        <p>{term.means[locale]}</p>
        {lesson ? (
          <p className="small">
            {lesson.isWritten ? (
              <Link href={`/course/${lesson.id}`}>{t("first", { lesson: lesson.title[locale] })}</Link>
            ) : (
              <span className="faint">{t("first", { lesson: lesson.title[locale] })}</span>
            )}
          </p>
        ) : null}
      </dd>
    </div>
  );
}
