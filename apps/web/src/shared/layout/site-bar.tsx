import { Icon, Mark } from "@fewshot/ui";
import { getTranslations } from "next-intl/server";
import { Link } from "#i18n/navigation";
import type { Viewer } from "../trpc/viewer.ts";
import { LanguageLinks } from "./language-links.tsx";
import { Menu } from "./menu.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SiteLinks } from "./site-links.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** Mark, sections, languages, theme, person. On phones the sections and the theme move into a menu. */
export async function SiteBar({ viewer }: { viewer: Viewer | null }) {
  const t = await getTranslations("common.nav");
  return (
    <header className="bar">
      <div>
        <Link className="brand" href="/">
          <Mark />
          Fewshot
        </Link>
        <nav aria-label={t("label")}>
          <SiteLinks />
        </nav>
        <div className="end">
          <LanguageLinks />
          <span className="only-wide">
            <ThemeToggle />
          </span>
          {viewer ? (
            <PersonMenu name={viewer.name} />
          ) : (
            <Link className="sign-in" href="/sign-in">
              {t("signIn")}
            </Link>
          )}
          <Menu
            className="only-narrow"
            label={
              <>
                <Icon name="menu" />
                <span className="sr">{t("menu")}</span>
              </>
            }
          >
            <SiteLinks />
            <ThemeToggle />
          </Menu>
        </div>
      </div>
    </header>
  );
}
