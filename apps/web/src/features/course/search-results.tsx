import type { MarkedText, SearchHit } from "@fewshot/content";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";

/** The answers, best first; what was found in them is marked. */
export function SearchResults({ query, hits }: { query: string; hits: readonly SearchHit[] }) {
  const t = useTranslations("course.search");
  if (hits.length === 0) {
    return (
      <p role="status" className="mt-6">
        {t.rich("none", {
          query,
          course: (chunks) => <Link href="/course">{chunks}</Link>,
          glossary: (chunks) => <Link href="/glossary">{chunks}</Link>,
        })}
      </p>
    );
  }
  return (
    <>
      <p role="status" className="small dim mt-6">
        {t("found", { count: hits.length, query })}
      </p>
      <ol className="search-hits">
        {hits.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`}>
            <Hit hit={hit} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const t = useTranslations("course.search");
  const other = useLocale() === "zh" ? "en" : "zh";
  const section = hit.kind === "lesson" && hit.sectionId !== null ? `#${hit.sectionId}` : "";
  return (
    <>
      <h2>
        <Link href={hit.kind === "term" ? `/glossary#${hit.id}` : `/course/${hit.id}${section}`}>
          <Marked text={hit.title} />
        </Link>
      </h2>
      <p className="small dim">
        {hit.kind === "term" ? t("term") : [hit.module, hit.section].filter((part) => part !== null).join(" › ")}
        {hit.kind === "term" && hit.other !== hit.title.map(({ text }) => text).join("") ? (
          <>
            {" · "}
            <span lang={other}>{hit.other}</span>
          </>
        ) : null}
      </p>
      <p>
        <Marked text={hit.passage} />
      </p>
    </>
  );
}

function Marked({ text }: { text: MarkedText }) {
  return text.map(({ text: piece, isHit }, at) => (isHit ? <mark key={at}>{piece}</mark> : piece));
}
