import { searchCourse } from "@fewshot/content/server";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SearchForm } from "#features/course/search-form";
import { SearchResults } from "#features/course/search-results";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("course.search");
  return { title: t("title") };
}

/** What lessons and glossary have on the words of the address; works without JavaScript. */
export default async function SearchPage({ searchParams }: Props) {
  const t = await getTranslations("course.search");
  const locale = await getLocale();
  const { q } = await searchParams;
  const query = (typeof q === "string" ? q : (q?.[0] ?? "")).trim();
  return (
    <>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
        <p className="lede max-w-[34em]">{t("lede")}</p>
      </header>
      <SearchForm query={query} />
      {query === "" ? null : <SearchResults query={query} hits={searchCourse(query, locale)} />}
    </>
  );
}
