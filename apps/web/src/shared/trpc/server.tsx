import "server-only";
import { appRouter, createContext } from "@fewshot/api/server";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { cache, type ReactNode } from "react";
import { services } from "../server/services.ts";
import { createQueryClient } from "./query-client.ts";

/** One per request: what one visitor may see is never in another's page. */
export const getQueryClient = cache(createQueryClient);

const getContext = cache(async () => createContext(services(), await headers()));

/** The procedures as query options that run right here, without HTTP, under the same policy. */
export const trpc = createTRPCOptionsProxy({ ctx: getContext, router: appRouter, queryClient: getQueryClient });

/** Hands what was prefetched to the client components inside. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
