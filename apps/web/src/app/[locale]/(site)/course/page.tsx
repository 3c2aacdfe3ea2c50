import { courseOutline, quizItemIds } from "@fewshot/content/server";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseMap } from "#features/course/course-map";
import { Link } from "#i18n/navigation";
import { recordedProgress } from "#shared/progress/recorded-progress";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("course");
  return { title: t("title") };
}

/** The map of the whole course, what is not written yet included. */
export default async function CoursePage() {
  const t = await getTranslations("course");
  const modules = courseOutline();
  const quizzes = modules.filter(({ slug }) => quizItemIds(slug).length > 0).map(({ slug }) => slug);
  return (
    <>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
        <p className="lede max-w-[34em]">{t("lede")}</p>
        <p className="mt-3 flex gap-6">
          <Link href="/glossary">{t("glossary.link")}</Link>
          <Link href="/sources">{t("sources.link")}</Link>
        </p>
      </header>
      <CourseMap modules={modules} quizzes={quizzes} recorded={await recordedProgress()} />
    </>
  );
}
