/** Whole seconds from the server's clock to `deadline`, never below 0. `offsetMs` = server time − device time. */
export function secondsLeft(deadline: Date, offsetMs: number, deviceNow: number): number {
  return Math.max(0, Math.ceil((deadline.getTime() - offsetMs - deviceNow) / 1000));
}

/** `75` → `1:15`; from an hour on, `1:02:03`. */
export function formatSeconds(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const pad = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
