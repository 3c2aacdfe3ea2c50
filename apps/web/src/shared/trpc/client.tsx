"use client";
import type { AppRouter } from "@fewshot/api";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useState, type ReactNode } from "react";
import superjson from "superjson";
import { createQueryClient } from "./query-client.ts";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

let browserQueryClient: QueryClient | undefined;

/** On the server one per request; in the browser one for as long as the page lives, whatever suspends. */
function queryClientForHere(): QueryClient {
  if (typeof window === "undefined") return createQueryClient();
  browserQueryClient ??= createQueryClient();
  return browserQueryClient;
}

/** A saved answer travels alone: in a batch it would wait for, and fail with, its neighbours. */
const createClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.path === "quiz.save",
        true: httpLink({ url: "/api/trpc", transformer: superjson }),
        // Queries go by POST too, so that their input stays out of addresses and logs.
        false: httpBatchLink({ url: "/api/trpc", transformer: superjson, maxItems: 10, methodOverride: "POST" }),
      }),
    ],
  });

/** Gives every client component `useTRPC`. */
export function TrpcClientProvider({ children }: { children: ReactNode }) {
  const queryClient = queryClientForHere();
  const [trpcClient] = useState(createClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
