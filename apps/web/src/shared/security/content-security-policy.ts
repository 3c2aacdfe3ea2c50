import { env } from "#env";

/**
 * The policy of a page: scripts by nonce only, nothing from elsewhere, no frames, and no WebAssembly, which only the
 * model's worker may compile.
 *
 * @param nonce - Base64, drawn anew for each response.
 */
export function contentSecurityPolicy(nonce: string): string {
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
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}
