/** How moments are written: 24 hours, because the short English form differs between engines by a space. */
const momentOptions = {
  month: "short",
  day: "numeric",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;

export const clockOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** Formats a day and a time; with its year only where that is not the year of `now`. */
export function momentFormat({ at, now, timeZone }: { at: Date; now: Date; timeZone: string }) {
  const isThisYear = wallTime(at, timeZone).slice(0, 4) === wallTime(now, timeZone).slice(0, 4);
  return { ...momentOptions, ...(isThisYear ? {} : { year: "numeric" as const }), timeZone };
}

/**
 * What clocks in a zone show, as "2026-12-01T20:00": sorts as text and is what `<input type="date">` and `time` hold.
 *
 * @throws RangeError if the zone is unknown.
 */
export function wallTime(at: Date, timeZone: string): string {
  // Swedish writes ISO dates.
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return format.format(at).replace(" ", "T");
}

/** Do clocks in both zones show the same at that moment? */
export function showSameTime(at: Date, oneZone: string, otherZone: string): boolean {
  return oneZone === otherZone || wallTime(at, oneZone) === wallTime(at, otherZone);
}

/** "China Standard Time": what people call the zone at that moment. */
export function zoneName({ at, timeZone, locale }: { at: Date; timeZone: string; locale: string }): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "long" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
