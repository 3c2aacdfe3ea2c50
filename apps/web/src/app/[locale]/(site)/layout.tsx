import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OfflineNotice } from "#shared/layout/offline-notice";
import { SiteBar } from "#shared/layout/site-bar";
import { SiteFooter } from "#shared/layout/site-footer";
import { ProgressSync } from "#shared/progress/progress-sync";
import { viewerIfKnown } from "#shared/trpc/viewer";

/** The frame of every page but those that are shown inside other sites: site bar, content, footer. */
export default async function SiteLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("common.nav");
  const viewer = await viewerIfKnown();
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <SiteBar viewer={viewer} />
      <OfflineNotice />
      {viewer ? <ProgressSync /> : null}
      <div className="page">
        <main id="main">{children}</main>
        <SiteFooter />
      </div>
    </>
  );
}
