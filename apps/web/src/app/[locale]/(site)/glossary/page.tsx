import { courseOutline, glossary } from "@fewshot/content/server";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GlossaryList } from "#features/course/glossary-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("course.glossary");
  return { title: t("title") };
}

/** Every term of the course with its meaning, under the module that introduces it. */
export default async function GlossaryPage() {
  const t = await getTranslations("course.glossary");
  const terms = glossary();
  return (
    <>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
        <p className="lede max-w-[34em]">{t("lede", { count: terms.length })}</p>
      </header>
      <GlossaryList modules={courseOutline()} terms={terms} />
    </>
  );
}
