export type ClassRole = "instructor" | "learner";

/** Who asks. `role` is the actor's role in the class that the request is about, null when it is about none. */
export type Actor = { signedIn: false } | { signedIn: true; role: ClassRole | null };

const everyone = () => true;
const signedIn = (actor: Actor) => actor.signedIn;
const member = (actor: Actor) => actor.signedIn && actor.role !== null;
const instructor = (actor: Actor) => actor.signedIn && actor.role === "instructor";

/** The whole policy: one line per action. Rows (whose attempt, whose draft) are narrowed by the queries themselves. */
const rules = {
  "session.read": everyone,
  "check.answer": everyone,
  "account.manage": signedIn,
  "progress.own": signedIn,
  "attempt.own": signedIn,
  "class.list": signedIn,
  "class.create": signedIn,
  "class.join": signedIn,
  "class.read": member,
  "assignment.read": member,
  "roster.read": instructor,
  "assignment.create": instructor,
  "grades.read": instructor,
} as const satisfies Record<string, (actor: Actor) => boolean>;

export type Action = keyof typeof rules;

export const actions = Object.keys(rules) as Action[];

/** May this actor do this? Pure: the same answer for the same arguments, no clock, no database. */
export function can(actor: Actor, action: Action): boolean {
  return rules[action](actor);
}
