"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "../trpc/client.tsx";
import { subscribeLocalProgress } from "./local-progress.ts";
import { sendLocalProgress } from "./send-local-progress.ts";

/**
 * Takes the steps on this device to the server: after signing in, after each new step, and when the network returns.
 * Mounted for people who are signed in. A failure costs nothing: the steps stay, and go with the next ones.
 */
export function ProgressSync() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  useEffect(() => {
    let isSending = false;
    async function flush() {
      if (isSending) return;
      isSending = true;
      try {
        const sent = await sendLocalProgress((events) => client.progress.record.mutate({ events }));
        if (sent > 0) await queryClient.invalidateQueries({ queryKey: trpc.progress.mine.queryKey({}) });
      } catch {
        // Still on this device.
      } finally {
        isSending = false;
      }
    }
    void flush();
    const unsubscribe = subscribeLocalProgress(() => void flush());
    addEventListener("online", flush);
    return () => {
      unsubscribe();
      removeEventListener("online", flush);
    };
  }, [client, queryClient, trpc]);
  return null;
}
