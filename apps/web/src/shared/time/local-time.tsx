"use client";
import { useFormatter, useNow } from "next-intl";
import { clockOptions, momentFormat } from "./wall-time.ts";
import { useViewerTimeZone } from "./use-viewer-time-zone.ts";

type Props = {
  at: Date;
  /** `clock`: hours and minutes only. */
  look?: "moment" | "clock";
};

/** A moment by the reader's own clock. Its place is kept empty until the page knows that clock. */
export function LocalTime({ at, look = "moment" }: Props) {
  const format = useFormatter();
  const now = useNow();
  const timeZone = useViewerTimeZone();
  const words = () => {
    if (!timeZone) return "\u2007".repeat(5);
    return format.dateTime(at, look === "clock" ? { ...clockOptions, timeZone } : momentFormat({ at, now, timeZone }));
  };
  return (
    <time className="num" dateTime={at.toISOString()}>
      {words()}
    </time>
  );
}
