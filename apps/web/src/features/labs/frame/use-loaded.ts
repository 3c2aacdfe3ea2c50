"use client";
import { useEffect, useState } from "react";

/** Something that is fetched once for a lab. */
export type Loaded<T> = { status: "loading" } | { status: "ready"; value: T } | { status: "failed"; retry: () => void };

/**
 * Fetches what a lab needs as soon as the lab is on the page.
 *
 * @param load - The same function on every render. A rejection can be retried by the reader.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<T>>({ status: "loading" });
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: Loaded<T>) => {
      if (isCurrent) setLoaded(next);
    };
    const retry = () => {
      setLoaded({ status: "loading" });
      setAttempt((before) => before + 1);
    };
    load().then(
      (value) => settle({ status: "ready", value }),
      () => settle({ status: "failed", retry }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, attempt]);
  return loaded;
}
