import { env } from "#env";

const EMBEDDED = /^\/(?:zh|en)\/embed\/labs\/[a-z0-9-]+$/;

/**
 * The policy of a page: scripts by nonce only, nothing from elsewhere, no frame around it unless it is made for one, and no
 * WebAssembly, which only the model's worker may compile.
 *
 * @param nonce - Base64, drawn anew for each response.
 * @param pathname - Of the request. Only embedded labs may be shown inside other sites.
 */
export function contentSecurityPolicy(nonce: string, pathname: string): string {
  // React's development build evaluates code to rebuild server stacks.
  const forDevelopment = env.isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${EMBEDDED.test(pathname) ? "*" : "'none'"}`,
    "form-action 'self'",
  ].join("; ");
}
