import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionUser } from "./auth/auth.ts";
import { startOfTest, createTestApi, type TestApi } from "./testing/test-api.ts";

let api: TestApi;
let learners: SessionUser[];
let assignmentId: string;

beforeAll(async () => {
  api = await createTestApi();
  const world = await api.foundClass();
  ({ assignmentId } = world);
  learners = await Promise.all(Array.from({ length: 60 }, (_, index) => api.signUp(`L${String(index)}`)));
  const members = learners.map(({ id }) => ({ userId: id, classId: world.classId, role: "learner" }));
  await api.db.enrollment.createMany({ data: members });
});
afterAll(() => api.close());

const tab = fc.nat(1);
const choice = fc.constantFrom("a", "b", "c");

/** What two tabs may do to the first question, in any order. "replay": a request whose reply was lost is sent again. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("save" as const), tab, choice, isReplyLost: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("replay" as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("submit" as const), tab, choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("look" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type Save = { choice: string; baseRev: number; seq: number };
type Tab = { knows: number; seq: number; last: Save | null };

/** The rules once more, in memory: what is in the slot, which save put it there, how the attempt ended. */
function createModel() {
  return {
    minutes: 0,
    rev: 0,
    draft: null as string | null,
    writer: null as string | null,
    final: undefined as string | null | undefined,
    tabs: [0, 1].map((): Tab => ({ knows: 0, seq: 0, last: null })),
  };
}
type Model = ReturnType<typeof createModel>;

/** Whoever comes after the deadline finds the attempt handed in with its draft. */
function expire(model: Model): void {
  if (model.final === undefined && model.minutes > 30) model.final = model.draft;
}

function expectSave(model: Model, name: string, save: Save): string {
  if (model.writer === `${name}:${String(save.seq)}`) return "saved";
  expire(model);
  if (model.final !== undefined) return "closed";
  const [page, seq] = model.writer?.split(":") ?? [];
  const isOwnLater = page === name && Number(seq) < save.seq;
  if (model.rev !== 0 && save.baseRev !== model.rev && !isOwnLater) return "stale";
  Object.assign(model, { rev: model.rev + 1, draft: save.choice, writer: `${name}:${String(save.seq)}` });
  return "saved";
}

function expectSubmit(model: Model, given: { choice: string; baseRev: number }): string {
  expire(model);
  if (model.final !== undefined) return "submitted";
  if (model.rev !== 0 && given.baseRev !== model.rev && given.choice !== model.draft) return "stale";
  model.final = given.choice;
  return "submitted";
}

type Run = { model: Model; me: ReturnType<TestApi["as"]>; attemptId: string };

type Sending = { save: Save; isReplyLost: boolean };

async function doSave({ model, me, attemptId }: Run, index: number, { save, isReplyLost }: Sending): Promise<void> {
  const at = model.tabs[index];
  if (!at) return;
  const clientId = `tab-${String(index)}`;
  const { choice: picked, baseRev, seq: clientSeq } = save;
  const expected = expectSave(model, clientId, save);
  const outcome = await me.quiz.save({
    attemptId,
    position: 1,
    response: { choice: picked },
    baseRev,
    clientId,
    clientSeq,
  });
  expect(outcome.status).toBe(expected);
  if (outcome.status !== "closed" && !isReplyLost) at.knows = outcome.rev;
}

async function look({ model, me, attemptId }: Run): Promise<void> {
  expire(model);
  const { openAttemptId } = await me.quiz.overview({ target: { assignmentId } });
  expect(openAttemptId).toBe(model.final === undefined ? attemptId : null);
}

async function doSubmit({ model, me, attemptId }: Run, given: { choice: string; baseRev: number }): Promise<void> {
  const expected = expectSubmit(model, given);
  const answers = [{ position: 1, response: { choice: given.choice }, baseRev: given.baseRev }];
  const outcome = await me.quiz.submit({ attemptId, requestId: uuidv7(), answers });
  expect(outcome.status).toBe(expected);
}

async function take(run: Run, action: Step): Promise<void> {
  if (action.do === "look") return look(run);
  if (action.do === "wait") {
    run.model.minutes += action.minutes;
    return api.passSeconds(action.minutes * 60);
  }
  const at = run.model.tabs[action.tab];
  if (!at) return;
  if (action.do === "submit") return doSubmit(run, { choice: action.choice, baseRev: at.knows });
  if (action.do === "save") {
    at.seq += 1;
    at.last = { choice: action.choice, baseRev: at.knows, seq: at.seq };
  }
  if (!at.last) return;
  return doSave(run, action.tab, { save: at.last, isReplyLost: action.do === "save" && action.isReplyLost });
}

describe("two tabs", () => {
  it("end in one set of responses that holds the last acknowledged answer, whatever is repeated and in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        api.setNow(startOfTest);
        const learner = learners.pop();
        if (!learner) throw new Error("more runs than learners");
        const me = api.as(learner);
        const { attemptId } = await me.quiz.start({ target: { assignmentId }, requestId: uuidv7() });
        const run: Run = { model: createModel(), me, attemptId };
        for (const action of steps) await take(run, action);

        run.model.minutes += 40;
        api.passSeconds(40 * 60);
        expire(run.model);
        const { slots } = await me.quiz.result({ attemptId, locale: "en" });
        expect(slots[0]?.response).toEqual(run.model.final === null ? null : { choice: run.model.final });
        expect(await api.db.response.count({ where: { slot: { attemptId } } })).toBe(5);
      }),
      { numRuns: 25, interruptAfterTimeLimit: 20_000 },
    );
  });
});
