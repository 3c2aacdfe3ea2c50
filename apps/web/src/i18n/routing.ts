import { defineRouting } from "next-intl/routing";

/** The languages of the course, of equal rank; the first is shown to readers whose browser asks for neither. */
export const routing = defineRouting({ locales: ["zh", "en"], defaultLocale: "zh", localePrefix: "always" });
