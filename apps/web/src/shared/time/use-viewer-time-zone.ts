"use client";
import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** The zone of this device, or null on the server and until the page is alive: nobody knows it before. */
export function useViewerTimeZone(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}
