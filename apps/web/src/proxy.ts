import createMiddleware from "next-intl/middleware";
import { NextRequest, type NextResponse } from "next/server";
import { contentSecurityPolicy } from "#shared/security/content-security-policy";
import { routing } from "./i18n/routing.ts";

const withLocale = createMiddleware(routing);

/**
 * Sends a path without a locale to one, by cookie, then by Accept-Language; and gives every page a policy of its own,
 * with a nonce that Next reads from the request and puts on its scripts. Nobody is authorised here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = withLocale(new NextRequest(request, { headers }));
  response.headers.set("content-security-policy", policy);
  return response;
}

// Everything but the API and the files of public/: a path that is forgotten here gets a policy, not a hole.
export const config = {
  matcher: ["/((?!api/|_next/static/|lm/|models/|katex/|icon\\.svg$|robots\\.txt$).*)"],
};
