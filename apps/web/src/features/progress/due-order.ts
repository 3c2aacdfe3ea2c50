export type DueItem = { dueAt: Date; my: { state: "not-started" | "open" | "submitted" } };

/** What is still to be handed in, soonest due first, then what was handed in, latest first. Does not mutate. */
export function orderDue<Item extends DueItem>(items: readonly Item[]): Item[] {
  const isDone = ({ my }: Item) => my.state === "submitted";
  const byTime = (one: Item, other: Item) => one.dueAt.getTime() - other.dueAt.getTime();
  const open = items.filter((item) => !isDone(item)).sort(byTime);
  const done = items.filter(isDone).sort((one, other) => byTime(other, one));
  return [...open, ...done];
}
