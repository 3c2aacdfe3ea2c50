import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountPanels } from "#features/account/account-panels";
import { redirect } from "#i18n/navigation";
import { currentViewer } from "#shared/trpc/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.page");
  return { title: t("title") };
}

/** Name, language, password, devices, and the way out for good. */
export default async function AccountPage() {
  const locale = await getLocale();
  const viewer = await currentViewer();
  if (!viewer) return redirect({ href: { pathname: "/sign-in", query: { next: `/${locale}/account` } }, locale });
  const t = await getTranslations("account.page");
  return (
    <>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
      </header>
      <AccountPanels viewer={viewer} />
    </>
  );
}
