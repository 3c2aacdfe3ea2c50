import type { Db } from "@fewshot/db";
import type { Auth } from "./auth/auth.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Context } from "./trpc.ts";

/** What a request is answered with. */
export type ApiDeps = {
  db: Db;
  auth: Auth;
  catalogue: Catalogue;
  /** Our public origin, such as "https://learn.example.org". */
  appUrl: string;
  /** Header in which our own proxy states the visitor's address; without one, addresses are unknown. */
  trustedIpHeader?: string;
  now?: () => Date;
  /** Told what failed inside; the caller only gets a reason. */
  onError?: ((failure: { error: unknown; path?: string }) => void) | undefined;
};

/**
 * The context of one request or one prefetch. Asks the database for the session only if there is a cookie.
 *
 * @param headers - Of the incoming request.
 */
export async function createContext(deps: ApiDeps, headers: Headers): Promise<Context> {
  const { db, auth, catalogue, trustedIpHeader } = deps;
  return {
    db,
    catalogue,
    user: headers.has("cookie") ? await auth.getSession(headers) : null,
    now: deps.now ?? (() => new Date()),
    requestIp: trustedIpHeader ? singleAddress(headers.get(trustedIpHeader)) : null,
  };
}

/** A list of addresses has passed somebody we do not know; only one that stands alone was written by our proxy. */
function singleAddress(value: string | null): string | null {
  const address = value?.trim() ?? "";
  return /^[0-9a-f.:]{2,45}$/i.test(address) ? address.toLowerCase() : null;
}
