"use client";
import { useEffect, useState, type RefObject } from "react";

/**
 * The width of an element in CSS pixels, so that a chart can be drawn to size and its letters stay as large as the text.
 *
 * @param fallback - Before the first measurement, and on the server.
 */
export function useWidth(element: RefObject<HTMLElement | null>, fallback: number): number {
  const [width, setWidth] = useState(fallback);
  useEffect(() => {
    const measured = element.current;
    if (measured === null || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
