import type { LessonOutline, Source } from "@fewshot/content";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";

/** Each source with what it is good for and the lessons that cite it. */
export function SourceList({ sources, lessons }: { sources: readonly Source[]; lessons: readonly LessonOutline[] }) {
  const t = useTranslations("course.sources");
  const locale = useLocale();
  return (
    <dl className="glossary">
      {sources.map((source) => (
        <div key={source.id} id={source.id} className="glossary-entry">
          <dt>
            <a href={source.href} rel="noreferrer" lang="en">
              {source.title}
            </a>
            <span className="small faint" lang="en">
              {source.authors}, {source.year}. {source.venue}
            </span>
          </dt>
          <dd>
            <p>{source.supports[locale]}</p>
            <details className="small">
              <summary>{t("cited", { count: source.lessons.length })}</summary>
              <ul>
                {lessons
                  .filter(({ id }) => source.lessons.includes(id))
                  .map(({ id, title }) => (
                    <li key={id}>
                      <Link href={`/course/${id}`}>{title[locale]}</Link>
                    </li>
                  ))}
              </ul>
            </details>
          </dd>
        </div>
      ))}
    </dl>
  );
}
