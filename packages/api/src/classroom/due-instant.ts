import { Temporal } from "temporal-polyfill";

/** Names as in the IANA database. Offsets such as "+08:00" are no zones: they know nothing of summer time. */
const zoneName = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;

/** Does this runtime know the time zone? */
export function isTimeZone(name: string): boolean {
  if (!zoneName.test(name)) return false;
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** Is this a wall time that exists in the calendar, "2026-12-01T20:00"? */
export function isWallTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a wall time in a zone. Where clocks are put forward, a time that is skipped means the one as long
 * after the gap; where they are put back, of the two the earlier is meant (RFC 5545, "compatible").
 *
 * @param dueLocal - "2026-12-01T20:00". @throws RangeError if it is no wall time or the zone is unknown.
 */
export function dueInstant(dueLocal: string, timeZone: string): Date {
  const local = Temporal.PlainDateTime.from(dueLocal, { overflow: "reject" });
  return new Date(local.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds);
}
