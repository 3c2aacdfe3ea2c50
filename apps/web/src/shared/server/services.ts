import "server-only";
import { createServices, type Services } from "@fewshot/api/server";
import { env } from "#env";
import { logFailure } from "./log-failure.ts";

/** The process has no database, or no secret to sign sessions with. Pages that need neither still work. */
export class ServicesUnavailable extends Error {
  constructor(variable: string) {
    super(`${variable} is not set: reading works, accounts and quizzes do not. \`npm start\` sets it.`);
  }
}

// A module is evaluated once per bundle and again at every hot reload; the pool must exist once per process.
const holder = globalThis as typeof globalThis & { fewshotServices?: Services };

/**
 * Database, accounts and catalogue: one set per process, opened at the first use.
 *
 * @throws ServicesUnavailable without DATABASE_URL or BETTER_AUTH_SECRET.
 */
export function services(): Services {
  if (holder.fewshotServices) return holder.fewshotServices;
  const { databaseUrl, authSecret, appUrl, trustedIpHeader } = env;
  if (!databaseUrl) throw new ServicesUnavailable("DATABASE_URL");
  if (!authSecret) throw new ServicesUnavailable("BETTER_AUTH_SECRET");
  const proxy = trustedIpHeader ? { trustedIpHeader } : {};
  holder.fewshotServices = createServices({
    databaseUrl,
    authSecret,
    appUrl,
    onError: ({ error, path }) => logFailure(path ?? "api", error),
    ...proxy,
  });
  return holder.fewshotServices;
}

/** Runs a handler of the API, or says 503 in a form that clients understand when there are no services. */
export async function withServices(handle: (services: Services) => Promise<Response>): Promise<Response> {
  try {
    return await handle(services());
  } catch (error) {
    if (!(error instanceof ServicesUnavailable)) throw error;
    return Response.json({ error: "unavailable" }, { status: 503, headers: { "cache-control": "no-store" } });
  }
}
