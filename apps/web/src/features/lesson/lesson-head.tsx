import type { Lesson, ModuleOutline } from "@fewshot/content";
import { useLocale, useTranslations } from "next-intl";

type Props = { lesson: Lesson; module: ModuleOutline; moduleNumber: number };

/** Number, title, the question of the module, how long it takes, and what one can do afterwards. */
export function LessonHead({ lesson, module, moduleNumber }: Props) {
  const t = useTranslations("course");
  const locale = useLocale();
  const lessonNumber = module.lessons.findIndex(({ id }) => id === lesson.id) + 1;
  const labs = lesson.blocks.filter(({ type }) => type === "lab").length;
  return (
    <header className="lesson-head">
      <p className="eyebrow">
        <b className="num">{t("number", { module: moduleNumber, lesson: lessonNumber })}</b>&ensp;{module.title[locale]}
      </p>
      <h1>{lesson.title}</h1>
      <p className="lede">{module.question[locale]}</p>
      <div className="meta">
        <span>{t("minutes", { count: lesson.minutes })}</span>
        {labs > 0 ? <span>{t("labs", { count: labs })}</span> : null}
        {lesson.checkItemIds.length > 0 ? <span>{t("checks", { count: lesson.checkItemIds.length })}</span> : null}
      </div>
      <details className="mt-3">
        <summary>{t("lesson.goals")}</summary>
        <ul className="goals">
          {lesson.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </details>
    </header>
  );
}
