"use client";
import { useTranslations } from "next-intl";
import { themeCookie, type Theme } from "./theme.ts";

const oneYearSeconds = 31_536_000;

function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function switchTheme() {
  const next: Theme = shownTheme() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  document.cookie = `${themeCookie}=${next}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
}

/** Names the theme it would switch to. Both words are in the page and the theme hides one, so nothing flickers. */
export function ThemeToggle() {
  const t = useTranslations("common.nav");
  return (
    <button type="button" className="tool theme-toggle" onClick={switchTheme}>
      <span className="when-light">{t("toDark")}</span>
      <span className="when-dark">{t("toLight")}</span>
    </button>
  );
}
