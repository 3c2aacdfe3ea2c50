import { withServices } from "#shared/server/services";

/** Requests can be served: the database answers within 300 ms. */
export function GET(): Promise<Response> {
  return withServices(async (services) => {
    const isReady = await services.ready();
    const status = isReady ? "ready" : "not ready";
    return Response.json({ status }, { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } });
  });
}
