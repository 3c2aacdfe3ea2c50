import { useLocale, useTranslations } from "next-intl";

/** Asks by the address, so that an answer can be linked, and found again by the back button. */
export function SearchForm({ query }: { query: string }) {
  const t = useTranslations("course.search");
  return (
    <form role="search" action={`/${useLocale()}/search`} className="search-form">
      <label className="sr" htmlFor="search-words">
        {t("words")}
      </label>
      <input
        key={query}
        id="search-words"
        className="field"
        type="search"
        name="q"
        defaultValue={query}
        maxLength={100}
        placeholder={t("example")}
      />
      <button className="btn" type="submit">
        {t("find")}
      </button>
    </form>
  );
}
