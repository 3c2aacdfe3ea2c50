/** Where a learner is with an assignment. `overdue`: the time is over and nothing was handed in. */
export type BoardState = "submitted" | "open" | "not-started" | "overdue";

/** Why a learner may need help; null if nothing says so. */
export type HelpReason = "overdue" | "low-score" | "idle";

export type BoardRow = {
  name: string;
  state: "not-started" | "open" | "submitted";
  points: number | null;
  max: number;
  lastSavedAt: Date | null;
};

export type Clock = { dueAt: Date; now: Date };

const IDLE_AFTER_MS = 48 * 3_600_000;

/** The state of a row as the clock makes it: an attempt that is still open past the due time is overdue. */
export function boardState({ state }: Pick<BoardRow, "state">, { dueAt, now }: Clock): BoardState {
  return state !== "submitted" && now > dueAt ? "overdue" : state;
}

/** How many learners are in each state. The four add up to the number of rows. */
export function countStates(rows: readonly Pick<BoardRow, "state">[], clock: Clock): Record<BoardState, number> {
  const counts = { submitted: 0, open: 0, "not-started": 0, overdue: 0 };
  for (const row of rows) counts[boardState(row, clock)] += 1;
  return counts;
}

/**
 * The strongest sign that somebody needs help: nothing handed in by the due time, less than half of the points, or an
 * attempt in which nothing was saved for two days.
 */
export function helpReason(row: BoardRow, clock: Clock): HelpReason | null {
  const { state, points, max, lastSavedAt } = row;
  if (boardState(row, clock) === "overdue") return "overdue";
  if (state === "submitted") return points !== null && points < max / 2 ? "low-score" : null;
  const isIdle = lastSavedAt !== null && clock.now.getTime() - lastSavedAt.getTime() > IDLE_AFTER_MS;
  return state === "open" && isIdle ? "idle" : null;
}

const helpOrder: Record<HelpReason, number> = { overdue: 0, "low-score": 1, idle: 2 };
const stateOrder: Record<BoardState, number> = { overdue: 0, "not-started": 1, open: 2, submitted: 3 };

/** Who needs help first, then who has not started, is working, has handed in; within each by name. Does not mutate. */
export function sortByNeed<Row extends BoardRow>(rows: readonly Row[], clock: Clock, locale: string): Row[] {
  const { compare } = new Intl.Collator(locale);
  const rank = (row: Row) => {
    const reason = helpReason(row, clock);
    return reason ? helpOrder[reason] : 3 + stateOrder[boardState(row, clock)];
  };
  return [...rows].sort((one, other) => rank(one) - rank(other) || compare(one.name, other.name));
}
