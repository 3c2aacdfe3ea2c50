"use client";
import type { Locale } from "@fewshot/quiz";
import { useLocale, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Link, usePathname, useRouter } from "#i18n/navigation";
import { languageTag } from "../locale/language-tag.ts";

const names: Record<Locale, string> = { zh: "中文", en: "English" };

/** The languages in their own names. Switching keeps the page, its query, its fragment and the scroll position. */
export function LanguageLinks() {
  const t = useTranslations("common.nav");
  const current = useLocale();
  const pathname = usePathname();
  const router = useRouter();

  function switchTo(locale: Locale, event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.replace(`${pathname}${location.search}${location.hash}`, { locale, scroll: false });
  }

  return (
    <span className="langs" role="group" aria-label={t("language")}>
      {(["zh", "en"] as const).map((locale) => (
        <Link
          key={locale}
          href={pathname}
          locale={locale}
          lang={languageTag[locale]}
          aria-current={locale === current ? "true" : undefined}
          onClick={(event) => switchTo(locale, event)}
        >
          {names[locale]}
        </Link>
      ))}
    </span>
  );
}
