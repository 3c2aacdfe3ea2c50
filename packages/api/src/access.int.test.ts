import type { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { appRouter } from "./app-router.ts";
import type { SessionUser } from "./auth/auth.ts";
import { reasonOf, type ErrorReason } from "./errors.ts";
import { checkFixture, moduleSlug } from "./testing/fixture-catalogue.ts";
import { createTestApi, type TestApi } from "./testing/test-api.ts";

type Answer = "ok" | ErrorReason;

let api: TestApi;
let people: Record<"visitor" | "learner" | "otherLearner" | "instructor" | "otherInstructor", SessionUser | null>;
let ids: { classId: string; assignmentId: string; attemptId: string; joinCode: string };

beforeAll(async () => {
  api = await createTestApi();
  const mine = await api.foundClass();
  const theirs = await api.foundClass();
  people = {
    visitor: null,
    learner: mine.learner,
    otherLearner: theirs.learner,
    instructor: mine.instructor,
    otherInstructor: theirs.instructor,
  };
  const { classId, assignmentId, joinCode } = mine;
  const target = { assignmentId };
  const { attemptId } = await api.as(mine.learner).quiz.start({ target, requestId: uuidv7() });
  ids = { classId, assignmentId, attemptId, joinCode };
});
afterAll(() => api.close());

const everybody: Answer[] = ["ok", "ok", "ok", "ok", "ok"];
const signedIn: Answer[] = ["not-signed-in", "ok", "ok", "ok", "ok"];
const theOwner: Answer[] = ["not-signed-in", "ok", "not-found", "not-found", "not-found"];
const members: Answer[] = ["not-signed-in", "ok", "not-found", "ok", "not-found"];
const instructors: Answer[] = ["not-signed-in", "forbidden", "not-found", "ok", "not-found"];

const response = { choice: "a" };

/** Columns: visitor, learner, other learner, instructor, other instructor. A procedure without a row fails the test. */
const table: Record<string, { input: () => Record<string, unknown>; answers: Answer[] }> = {
  "account.me": { input: () => ({}), answers: everybody },
  "account.setLocale": { input: () => ({ locale: "zh" }), answers: signedIn },
  // Everybody signed in may; the password, which nobody here has, is the last door.
  "account.erase": {
    input: () => ({ password: "not the password" }),
    answers: signedIn.map((a) => (a === "ok" ? "wrong-password" : a)),
  },
  "check.answer": {
    input: () => ({ itemId: checkFixture.item.id, seed: "s", response, locale: "en" }),
    answers: everybody,
  },
  "progress.mine": { input: () => ({}), answers: signedIn },
  "progress.record": {
    input: () => ({ events: [{ lessonId: "test-module/lesson", step: "read" }] }),
    answers: signedIn,
  },
  "quiz.overview": { input: () => ({ target: { assignmentId: ids.assignmentId } }), answers: members },
  "quiz.start": {
    input: () => ({ target: { assignmentId: ids.assignmentId }, requestId: uuidv7() }),
    answers: ["not-signed-in", "ok", "not-found", "not-a-learner", "not-found"],
  },
  "quiz.attempt": { input: () => ({ attemptId: ids.attemptId, locale: "en" }), answers: theOwner },
  "quiz.save": {
    input: () => ({ attemptId: ids.attemptId, position: 1, response, baseRev: 0, clientId: "tab", clientSeq: 1 }),
    answers: theOwner,
  },
  // The stale answer keeps the attempt open for the rows below; a submit that goes through is in flow.int.test.ts.
  "quiz.submit": {
    input: () => ({
      attemptId: ids.attemptId,
      requestId: uuidv7(),
      answers: [{ position: 1, response: { choice: "b" }, baseRev: 99 }],
    }),
    answers: theOwner,
  },
  "quiz.result": {
    input: () => ({ attemptId: ids.attemptId, locale: "en" }),
    answers: theOwner.map((a) => (a === "ok" ? "attempt-open" : a)),
  },
  "class.create": { input: () => ({ name: "New", timeZone: "Europe/Paris", requestId: uuidv7() }), answers: signedIn },
  "class.join": {
    input: () => ({ code: "AAAA-AAAA" }),
    answers: signedIn.map((a) => (a === "ok" ? "unknown-join-code" : a)),
  },
  "class.mine": { input: () => ({}), answers: signedIn },
  "class.get": { input: () => ({ classId: ids.classId }), answers: members },
  "class.roster": { input: () => ({ classId: ids.classId }), answers: instructors },
  "assignment.list": { input: () => ({ classId: ids.classId }), answers: members },
  "assignment.create": {
    input: () => ({
      classId: ids.classId,
      moduleSlug,
      dueLocal: "2026-12-24T18:00",
      timeLimitMinutes: null,
      requestId: uuidv7(),
    }),
    answers: instructors,
  },
  "assignment.board": { input: () => ({ classId: ids.classId, assignmentId: ids.assignmentId }), answers: instructors },
};

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

type Procedure = { _def: { meta?: unknown; inputs: z.ZodType[]; output?: z.ZodType } };

async function call(path: string, user: SessionUser | null, input: unknown): Promise<Answer> {
  const [noun = "", verb = ""] = path.split(".");
  const caller = api.as(user) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await caller[noun]?.[verb]?.(input);
    return "ok";
  } catch (error) {
    return reasonOf(error as TRPCError);
  }
}

describe("access", () => {
  it("has a row for every procedure and no row for anything else", () => {
    expect(Object.keys(table).sort()).toEqual(procedures.map(([path]) => path).sort());
  });

  it.each(Object.keys(table))("answers each of five people on %s as the table says", async (path) => {
    const row = table[path];
    const answers: Answer[] = [];
    for (const person of Object.values(people)) answers.push(await call(path, person, row?.input()));
    expect(answers).toEqual(row?.answers);
  });

  it.each(Object.keys(table))("tells a foreign id from an absent one to nobody on %s", async (path) => {
    const input = table[path]?.input() ?? {};
    const absent = JSON.parse(
      JSON.stringify(input)
        .replaceAll(ids.classId, uuidv7())
        .replaceAll(ids.assignmentId, uuidv7())
        .replaceAll(ids.attemptId, uuidv7()),
    ) as unknown;
    if (JSON.stringify(absent) === JSON.stringify(input)) return;
    expect(await call(path, people.otherLearner, absent)).toBe(await call(path, people.otherLearner, input));
  });
});

describe("a foreign attempt", () => {
  it.each(["otherLearner", "instructor", "otherInstructor"] as const)(
    "takes no answer from the %s and is not handed in by them",
    async (who) => {
      const { attemptId } = ids;
      const attempt = { attemptId, position: 3, response: { value: true }, baseRev: 0, clientId: who, clientSeq: 1 };
      expect(await call("quiz.save", people[who], attempt)).toBe("not-found");
      expect(await call("quiz.submit", people[who], { attemptId, requestId: uuidv7(), answers: [] })).toBe("not-found");
      expect(await api.db.draft.count({ where: { slot: { attemptId, position: 3 } } })).toBe(0);
      expect(await api.db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ state: "open" });
    },
  );
});

describe("schemas", () => {
  it.each(procedures)("declares strict input, strict output and an action on %s", (_, { _def }) => {
    expect(_def.meta).toHaveProperty("action");
    expect(_def.inputs).toHaveLength(1);
    const output = _def.output;
    if (!output) throw new Error("no output schema");
    expect([..._def.inputs, output].flatMap((schema) => looseObjects(schema))).toEqual([]);
  });

  it.each(Object.keys(table))("refuses a field that %s does not know", async (path) => {
    const allowed = table[path]?.answers[1] === "forbidden" ? people.instructor : people.learner;
    expect(await call(path, allowed, { ...table[path]?.input(), role: "instructor" })).toBe("invalid-input");
  });
});

type Def = {
  type: string;
  catchall?: { _zod: { def: Def } };
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
};

/** Paths of objects that would let unknown fields through, anywhere inside a schema. */
function looseObjects(schema: z.ZodType, path = "$"): string[] {
  const def = (schema as unknown as { _zod: { def: Def } })._zod.def;
  const isLoose = def.type === "object" && def.catchall?._zod.def.type !== "never";
  const inside = [
    ...Object.entries(def.shape ?? {}),
    ...(def.options ?? []).map((option, index) => [`|${String(index)}`, option] as const),
    ...[def.element, def.innerType, def.valueType].flatMap((each) => (each ? [["[]", each] as const] : [])),
  ];
  return [...(isLoose ? [path] : []), ...inside.flatMap(([name, each]) => looseObjects(each, `${path}.${name}`))];
}
