/**
 * Where to go after signing in: only a path of ours, whatever the address says.
 *
 * @param wanted - From the query; anything may stand there.
 * @returns null for anything else.
 */
export function nextPath(wanted: string | string[] | undefined): string | null {
  if (typeof wanted !== "string") return null;
  // "//host" and "/\host" would leave the site.
  return /^\/(zh|en)(\/[\w\-./]*)?(\?[\w\-=&%.]*)?$/.test(wanted) && !wanted.includes("//") ? wanted : null;
}
