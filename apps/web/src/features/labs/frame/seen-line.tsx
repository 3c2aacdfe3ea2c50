"use client";
import { useEffect, useRef, useState, type ReactNode } from "react";

const announceAfterMs = 500;

/** Long enough to be read out; then it goes, so that nobody who reads line by line meets the sentence twice. */
const clearAfterMs = 4000;

/** The sentence of what was seen. Its numbers are live; a screen reader hears it once it has been still for half a second. */
export function SeenLine({ children }: { children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  const lastSaid = useRef<string>(null);
  const [announced, setAnnounced] = useState("");
  useEffect(() => {
    const text = line.current?.textContent ?? "";
    // What stands there when the page opens is not news.
    lastSaid.current ??= text;
    if (text === lastSaid.current) return;
    const timer = setTimeout(() => {
      lastSaid.current = text;
      setAnnounced(text);
    }, announceAfterMs);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (announced === "") return;
    const timer = setTimeout(() => setAnnounced(""), clearAfterMs);
    return () => clearTimeout(timer);
  }, [announced]);
  return (
    <>
      <p className="seen" ref={line}>
        {children}
      </p>
      <p className="sr" aria-live="polite">
        {announced}
      </p>
    </>
  );
}
