import "server-only";
import { getQueryClient, trpc } from "../trpc/server.tsx";
import { viewerIfKnown } from "../trpc/viewer.ts";
import { logFailure } from "../server/log-failure.ts";
import type { Progress } from "./progress-step.ts";

/** What the server has on record for whoever is signed in; nothing for visitors, and nothing if it cannot be told. */
export async function recordedProgress(): Promise<Progress> {
  if (!(await viewerIfKnown())) return {};
  try {
    const { lessons } = await getQueryClient().fetchQuery(trpc.progress.mine.queryOptions({}));
    return Object.fromEntries(lessons.map(({ lessonId, steps }) => [lessonId, steps.map(({ step }) => step)]));
  } catch (error) {
    logFailure("recorded progress", error);
    return {};
  }
}
