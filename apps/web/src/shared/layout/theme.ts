export type Theme = "light" | "dark";

/** A cookie, not local storage: the server writes the theme into the page, so that it never flashes. */
export const themeCookie = "fewshot-theme";

type Cookies = { get(name: string): { value: string } | undefined };

/** @returns undefined until somebody has chosen: the page then follows the system. */
export function readTheme(cookies: Cookies): Theme | undefined {
  const value = cookies.get(themeCookie)?.value;
  return value === "light" || value === "dark" ? value : undefined;
}
