"use client";

import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { lessonState, type LessonState, type Progress } from "#shared/progress/progress-step";
import { countRead, nextPlace, type PlannedModule } from "./course-place.ts";

interface CourseSegmentsProps {
  modules: readonly PlannedModule[];
  progress: Progress;
}

const looks = { open: "", begun: "h", done: "d" } as const satisfies Record<LessonState, string>;

/** The course map: a row per module, a segment per lesson, a ring for the quiz. */
export function CourseSegments({ modules, progress }: CourseSegmentsProps) {
  const t = useTranslations("progress.map");
  const all = modules.flatMap(({ lessons }) => lessons);
  const here = nextPlace(modules, progress)?.lesson.id;
  return (
    <section>
      <h2>
        {t("title")}
        <small>{t("count", countRead(all, progress))}</small>
      </h2>
      <table className="ruled cmap">
        <tbody>
          {modules.map((module) => (
            <ModuleRow key={module.slug} module={module} progress={progress} here={here} />
          ))}
        </tbody>
      </table>
      <ul className="map-key cap" aria-hidden="true">
        <li>
          <i className="d" />
          {t("keyDone")}
        </li>
        <li>
          <i className="h" />
          {t("keyBegun")}
        </li>
        <li>
          <i />
          {t("keyOpen")}
        </li>
        <li>
          <i className="x" />
          {t("unwritten")}
        </li>
        <li>
          <i className="q" />
          {t("keyQuiz")}
        </li>
      </ul>
    </section>
  );
}

interface ModuleRowProps {
  module: PlannedModule;
  progress: Progress;
  /** The lesson to go on with. */
  here: string | undefined;
}

function ModuleRow({ module, progress, here }: ModuleRowProps) {
  const t = useTranslations("progress.map");
  const { slug, number, title, lessons, hasQuiz } = module;
  const counts = countRead(lessons, progress);
  const lookOf = (id: string, isWritten: boolean) => {
    const look = isWritten ? looks[lessonState(progress[id] ?? [])] : "x";
    return id === here ? `${look} now` : look;
  };
  return (
    <tr>
      <td className="n num">{number}</td>
      <th scope="row" className="m">
        <Link href={`/course#${slug}`}>{title}</Link>
      </th>
      <td>
        <div className="map-segs" role="img" aria-label={t("lessons", { title, ...counts })}>
          {lessons.map(({ id, isWritten }) => (
            <i key={id} className={lookOf(id, isWritten)} />
          ))}
          {hasQuiz ? <i className="q" /> : null}
        </div>
      </td>
      <td className="s r small faint">
        {counts.written === 0 ? t("unwritten") : `${counts.done} / ${counts.written}`}
      </td>
    </tr>
  );
}
