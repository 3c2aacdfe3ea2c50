import { courseOutline, sources } from "@fewshot/content/server";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Disagreements } from "#features/course/disagreements";
import { SourceList } from "#features/course/source-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("course.sources");
  return { title: t("title") };
}

/** What the course rests on, and where the paper disagrees with itself. */
export default async function SourcesPage() {
  const t = await getTranslations("course.sources");
  const { sources: all, disagreements } = sources();
  const lessons = courseOutline().flatMap((module) => module.lessons);
  return (
    <>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
        <p className="lede max-w-[34em]">{t("lede", { count: all.length })}</p>
      </header>
      {(["base", "outside"] as const).map((kind) => (
        <section key={kind} className="module" aria-labelledby={`${kind}-sources`}>
          <h2 id={`${kind}-sources`}>{t(kind)}</h2>
          <SourceList sources={all.filter((source) => source.kind === kind)} lessons={lessons} />
        </section>
      ))}
      <section className="module" aria-labelledby="disagreements">
        <h2 id="disagreements">{t("disagreements")}</h2>
        <Disagreements rows={disagreements} />
      </section>
    </>
  );
}
