/** Points with the most one could get. */
export type Points = { points: number; max: number };

const MS_PER_MINUTE = 60_000;

/**
 * The moment an attempt closes by itself, in epoch milliseconds: the earlier of its time limit and the moment the quiz
 * closes for everyone. Null if neither is set.
 */
export function deadlineOf(
  startedAtMs: number,
  timeLimitMinutes: number | null,
  closesAtMs: number | null,
): number | null {
  const limits = [
    ...(timeLimitMinutes === null ? [] : [startedAtMs + timeLimitMinutes * MS_PER_MINUTE]),
    ...(closesAtMs === null ? [] : [closesAtMs]),
  ];
  return limits.length === 0 ? null : Math.min(...limits);
}

/** Whether something handed in at that moment is late. At the very millisecond it is due, it is in time. */
export function isLate(submittedAtMs: number, dueAtMs: number | null): boolean {
  return dueAtMs !== null && submittedAtMs > dueAtMs;
}

/** Decimals with 4 places add up exactly in integers and not in floats. */
const inUnits = (points: number) => Math.round(points * 10_000);

/** Sum of graded slots; bets count neither as points nor as maximum. Exact to 4 places. */
export function attemptTotals(slots: readonly (Points & { graded: boolean })[]): Points {
  const graded = slots.filter((slot) => slot.graded);
  return {
    points: graded.reduce((sum, slot) => sum + inUnits(slot.points), 0) / 10_000,
    max: graded.reduce((sum, slot) => sum + inUnits(slot.max), 0) / 10_000,
  };
}

/** The attempt with the largest share of its maximum, or null if there is none. Ties go to the earlier in the list. */
export function bestScore<Attempt extends Points>(attempts: readonly Attempt[]): Attempt | null {
  let best: Attempt | null = null;
  for (const attempt of attempts) {
    // Cross-multiplied, so that a maximum of 0 needs no special case.
    if (best === null || attempt.points * best.max > best.points * attempt.max) best = attempt;
  }
  return best;
}
