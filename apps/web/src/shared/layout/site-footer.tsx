import { getTranslations } from "next-intl/server";

/** The last line of every page. */
export async function SiteFooter() {
  const t = await getTranslations("common.foot");
  return (
    <footer className="foot">
      <span>Fewshot</span>
      <span>{t("openSource")}</span>
      <a href="https://arxiv.org/abs/2005.14165" rel="noreferrer">
        {t("paper")}
      </a>
    </footer>
  );
}
