import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { messages } from "#messages/index";
import { routing } from "./routing.ts";

/** What next-intl needs to render one request. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  return { locale, messages: messages[locale], timeZone: "UTC" };
});
