import "server-only";

export { appRouter, createCaller } from "./app-router.ts";
export { createAuth, type Auth, type SessionUser } from "./auth/auth.ts";
export { createContext, type ApiDeps } from "./create-context.ts";
export { handleTrpc, maxBatchSize, trpcEndpoint } from "./handle-trpc.ts";
export { createServices, type Services, type ServiceSettings } from "./services.ts";
export type { Context } from "./trpc.ts";
