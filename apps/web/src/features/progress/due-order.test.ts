import { describe, expect, it } from "vitest";
import { orderDue, type DueItem } from "./due-order.ts";

const item = (day: number, state: DueItem["my"]["state"]) => ({
  dueAt: new Date(Date.UTC(2026, 11, day)),
  my: { state },
});

describe("orderDue", () => {
  it("lists what is still to do by its due time, overdue first, then what is done, newest first", () => {
    const [past, soon, later] = [item(1, "open"), item(5, "not-started"), item(9, "open")];
    const [doneEarly, doneLate] = [item(2, "submitted"), item(8, "submitted")];
    const given = [later, doneEarly, soon, doneLate, past];
    expect(orderDue(given)).toEqual([past, soon, later, doneLate, doneEarly]);
    expect(given[0]).toBe(later);
  });
});
