import type { Metadata, Viewport } from "next";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import "../app.css";
import { routing } from "#i18n/routing";
import { OfflineNotice } from "#shared/layout/offline-notice";
import { SiteBar } from "#shared/layout/site-bar";
import { SiteFooter } from "#shared/layout/site-footer";
import { languageTag } from "#shared/locale/language-tag";
import { ProgressSync } from "#shared/progress/progress-sync";
import { readTheme } from "#shared/layout/theme";
import { TrpcClientProvider } from "#shared/trpc/client";
import { viewerIfKnown } from "#shared/trpc/viewer";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: "common.site" });
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, description: t("description") };
}

/** The frame of every page: language, theme, site bar, footer. Dynamic, because each response has its own nonce. */
export default async function LocaleLayout({ params, children }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations("common.nav");
  const viewer = await viewerIfKnown();
  return (
    <html lang={languageTag[locale]} data-theme={readTheme(await cookies())}>
      <body>
        <NextIntlClientProvider>
          <TrpcClientProvider>
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
          </TrpcClientProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
