"use client";
import { useTranslations } from "next-intl";
import { Link, usePathname } from "#i18n/navigation";

const sections = [
  { href: "/course", word: "course", also: ["/quiz"] },
  { href: "/labs", word: "labs", also: [] },
  { href: "/classes", word: "classes", also: [] },
  { href: "/search", word: "search", also: [] },
] as const;

const isInside = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`);

/** The sections of the site and its search; the current one is marked. */
export function SiteLinks() {
  const t = useTranslations("common.nav");
  const pathname = usePathname();
  return sections.map(({ href, word, also }) => (
    <Link
      key={href}
      href={href}
      aria-current={[href, ...also].some((path) => isInside(pathname, path)) ? "page" : undefined}
    >
      {t(word)}
    </Link>
  ));
}
