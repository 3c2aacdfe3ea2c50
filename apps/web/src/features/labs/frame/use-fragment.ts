"use client";
import { useEffect, useEffectEvent } from "react";

/** Long enough that dragging a slider does not flood the browser's history interface. */
const writeDelayMs = 300;

/**
 * Keeps the lab's state in the URL fragment of its own page. Embedded labs leave the fragment alone: two of them on a
 * lesson page would fight over it.
 *
 * @param options - `fragment`: the state as text, "" for the start. `onRead`: called with the fragment after mounting
 *   and whenever the reader changes it.
 */
export function useFragment(options: { isActive: boolean; fragment: string; onRead: (hash: string) => void }): void {
  const { isActive, fragment } = options;
  const read = useEffectEvent(() => {
    if (location.hash !== fragment && location.hash !== "") options.onRead(location.hash);
  });
  useEffect(() => {
    if (!isActive) return;
    read();
    const onHashChange = () => read();
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, [isActive]);
  useEffect(() => {
    if (!isActive) return;
    const timer = setTimeout(() => {
      if (location.hash !== fragment)
        history.replaceState(history.state, "", fragment || location.pathname + location.search);
    }, writeDelayMs);
    return () => clearTimeout(timer);
  }, [isActive, fragment]);
}
