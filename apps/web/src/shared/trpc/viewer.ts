import "server-only";
import type { SessionUser } from "@fewshot/api/server";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { logFailure } from "../server/log-failure.ts";
import { services } from "../server/services.ts";

/** Who is looking at the page. */
export type Viewer = SessionUser;

const isSessionCookie = ({ name }: { name: string }) => name.endsWith("session_token");

/**
 * Whoever is signed in, or null; asked once per request. Without a session cookie the database is not touched.
 *
 * @throws if there is a cookie and the database is away. Pages that anybody may read use `viewerIfKnown`.
 */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const hasSession = (await cookies()).getAll().some(isSessionCookie);
  return hasSession ? services().auth.getSession(await headers()) : null;
});

/** Like `currentViewer`, and null when nobody can tell: a page of the course opens without a database too. */
export async function viewerIfKnown(): Promise<Viewer | null> {
  try {
    return await currentViewer();
  } catch (error) {
    logFailure("viewer", error);
    return null;
  }
}
