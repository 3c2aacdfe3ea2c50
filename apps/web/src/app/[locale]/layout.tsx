import type { Metadata, Viewport } from "next";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import "../app.css";
import { routing } from "#i18n/routing";
import { languageTag } from "#shared/locale/language-tag";
import { readTheme } from "#shared/layout/theme";
import { TrpcClientProvider } from "#shared/trpc/client";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: "common.site" });
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, description: t("description") };
}

/** What every page has: language, theme, words. Dynamic, because each response has its own nonce. */
export default async function LocaleLayout({ params, children }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const { labs: _ofLabs, figures: _onServer, ...messages } = await getMessages();
  return (
    <html lang={languageTag[locale]} data-theme={readTheme(await cookies())}>
      <body>
        <NextIntlClientProvider messages={messages}>
          <TrpcClientProvider>{children}</TrpcClientProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
