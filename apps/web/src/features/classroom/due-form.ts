import { wallTime } from "#shared/time/wall-time";

const WEEK_MS = 7 * 24 * 3_600_000;

/** What the assign form holds, as typed. */
export type DueFields = { date: string; time: string; limit: string };

export type DueProblem = "missingDue" | "pastDue" | "badLimit";

/** A week from now, at eight in the evening, by the class's clocks. */
export function suggestDue(now: Date, timeZone: string): DueFields {
  return { date: wallTime(new Date(now.getTime() + WEEK_MS), timeZone).slice(0, 10), time: "20:00", limit: "" };
}

/** The fields as the server takes them, or the first thing that is wrong with them. The server decides again. */
export function readDue(
  { date, time, limit }: DueFields,
  { now, timeZone }: { now: Date; timeZone: string },
): { dueLocal: string; timeLimitMinutes: number | null } | { problem: DueProblem } {
  if (date === "" || time === "") return { problem: "missingDue" };
  const dueLocal = `${date}T${time.slice(0, 5)}`;
  if (dueLocal <= wallTime(now, timeZone)) return { problem: "pastDue" };
  const typed = limit.trim();
  const minutes = Number(typed);
  if (typed !== "" && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)) return { problem: "badLimit" };
  return { dueLocal, timeLimitMinutes: typed === "" ? null : minutes };
}
