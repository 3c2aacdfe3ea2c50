import { describe, expect, it } from "vitest";
import { actions, can, type Action, type Actor } from "./policy.ts";

const visitor: Actor = { signedIn: false };
const stranger: Actor = { signedIn: true, role: null };
const learner: Actor = { signedIn: true, role: "learner" };
const instructor: Actor = { signedIn: true, role: "instructor" };

// columns: visitor, signed in but not in the class, learner of the class, instructor of the class
const table: Record<Action, [boolean, boolean, boolean, boolean]> = {
  "session.read": [true, true, true, true],
  "check.answer": [true, true, true, true],
  "account.manage": [false, true, true, true],
  "progress.own": [false, true, true, true],
  "attempt.own": [false, true, true, true],
  "class.list": [false, true, true, true],
  "class.create": [false, true, true, true],
  "class.join": [false, true, true, true],
  "class.read": [false, false, true, true],
  "assignment.read": [false, false, true, true],
  "roster.read": [false, false, false, true],
  "assignment.create": [false, false, false, true],
  "grades.read": [false, false, false, true],
};

describe("can", () => {
  it.each(actions)("allows %s to exactly the actors of the table", (action) => {
    const answers = [visitor, stranger, learner, instructor].map((actor) => can(actor, action));
    expect(answers).toEqual(table[action]);
  });
});
