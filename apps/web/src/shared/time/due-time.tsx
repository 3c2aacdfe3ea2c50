"use client";
import { useFormatter, useLocale, useNow } from "next-intl";
import { useViewerTimeZone } from "./use-viewer-time-zone.ts";
import { momentFormat, showSameTime, zoneName } from "./wall-time.ts";

const inBrackets = (words: string, locale: string) => (locale === "zh" ? `（${words}）` : ` (${words})`);

/** A due time as the class's clocks show it, with the name of their zone where the reader's clock shows another. */
export function DueTime({ at, timeZone }: { at: Date; timeZone: string }) {
  const format = useFormatter();
  const locale = useLocale();
  const now = useNow();
  const viewerZone = useViewerTimeZone();
  const isForeign = viewerZone !== null && !showSameTime(at, timeZone, viewerZone);
  return (
    <time dateTime={at.toISOString()}>
      <span className="num">{format.dateTime(at, momentFormat({ at, now, timeZone }))}</span>
      {isForeign ? inBrackets(zoneName({ at, timeZone, locale }), locale) : null}
    </time>
  );
}
