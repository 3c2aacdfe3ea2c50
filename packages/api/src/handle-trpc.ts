import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "./app-router.ts";
import { createContext, type ApiDeps } from "./create-context.ts";
import { gateRequest } from "./gate.ts";

export const trpcEndpoint = "/api/trpc";

/** Calls in one batch; more is refused before any context is built. */
export const maxBatchSize = 10;

/** Serves /api/trpc/*. */
export async function handleTrpc(request: Request, deps: ApiDeps): Promise<Response> {
  const gated = await gateRequest(request, new URL(deps.appUrl).origin);
  if (gated instanceof Response) return gated;
  const response = await fetchRequestHandler({
    endpoint: trpcEndpoint,
    req: gated,
    router: appRouter,
    maxBatchSize,
    // Queries may come as POST, so that their input stays out of addresses and logs.
    allowMethodOverride: true,
    createContext: () => createContext(deps, gated.headers),
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        deps.onError?.({ error: error.cause ?? error, ...(path && { path }) });
    },
  });
  response.headers.set("cache-control", "private, no-store");
  return response;
}
