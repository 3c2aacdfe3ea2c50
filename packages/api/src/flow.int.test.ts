import { setImmediate } from "node:timers/promises";
import { findKeyedVersions, listSlots, lockAttempt, type Tx } from "@fewshot/db";
import { instantiate, samplesOf, type Item } from "@fewshot/quiz";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { pinnedItem, slotSeed } from "./attempt/slot-item.ts";
import type { SessionUser } from "./auth/auth.ts";
import { hashPassword } from "./auth/password.ts";
import type { RouterOutputs } from "./index.ts";
import type { GivenResponse } from "./schemas.ts";
import { canary, moduleSlug, quizFixtures } from "./testing/fixture-catalogue.ts";
import { createTestApi, startOfTest, type TestApi } from "./testing/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ max: 8 });
});
afterAll(() => api.close());
beforeEach(() => {
  api.setNow(startOfTest);
  api.catalogue.setItems(quizFixtures());
});

async function started() {
  const world = await api.foundClass();
  const me = api.as(world.learner);
  const target = { assignmentId: world.assignmentId };
  const { attemptId } = await me.quiz.start({ target, requestId: uuidv7() });
  return { ...world, me, target, attemptId };
}

const save = (
  attemptId: string,
  given: { response?: GivenResponse; baseRev?: number; clientId?: string; clientSeq?: number },
) => ({
  attemptId,
  position: 1,
  response: { choice: "a" },
  baseRev: 0,
  clientId: "tab-1",
  clientSeq: 1,
  ...given,
});

const submit = (attemptId: string, answers: { position: number; response: GivenResponse; baseRev: number }[] = []) => ({
  attemptId,
  requestId: uuidv7(),
  answers,
});

/** The items of an attempt as they were asked, with their keys, straight from the database. */
async function keyedItems(attemptId: string): Promise<Item[]> {
  const { seed } = await api.db.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { seed: true } });
  const versions = await findKeyedVersions(api.db, attemptId);
  const slots = await listSlots(api.db, attemptId);
  return slots.map(({ itemVersionId, position }) => {
    const version = versions.get(itemVersionId);
    if (!version) throw new Error("no version");
    return instantiate(pinnedItem(version), slotSeed(seed, position));
  });
}

async function rightAnswers(attemptId: string) {
  const items = await keyedItems(attemptId);
  return items.map((item, index) => {
    const response = samplesOf(item).correct[0] as GivenResponse;
    return { position: index + 1, response, baseRev: 0 };
  });
}

const countRows = async (attemptId: string) => ({
  responses: await api.db.response.count({ where: { slot: { attemptId } } }),
  scores: await api.db.score.count({ where: { response: { slot: { attemptId } } } }),
  audits: await api.db.auditEvent.count({ where: { subject: `attempt:${attemptId}` } }),
});

describe("quiz.start", () => {
  it("leads twenty simultaneous starts to one open attempt", async () => {
    const { learner, assignmentId } = await api.foundClass();
    const start = () => api.as(learner).quiz.start({ target: { assignmentId }, requestId: uuidv7() });
    const ids = await Promise.all(Array.from({ length: 20 }, start));
    expect(new Set(ids.map(({ attemptId }) => attemptId)).size).toBe(1);
    expect(await api.db.attempt.count({ where: { userId: learner.id } })).toBe(1);
  });

  it("leads a repeated request to its attempt even after that one was handed in", async () => {
    const { me, learner } = await practice();
    const requestId = uuidv7();
    const first = await me.quiz.start({ target: { moduleSlug }, requestId });
    await me.quiz.submit(submit(first.attemptId));
    expect(await me.quiz.start({ target: { moduleSlug }, requestId })).toEqual(first);
    expect(await api.db.attempt.count({ where: { userId: learner.id } })).toBe(1);
  });

  it("numbers practice attempts and limits an assignment to one", async () => {
    const { me, target, attemptId } = await started();
    await me.quiz.submit(submit(attemptId));
    await expect(me.quiz.start({ target, requestId: uuidv7() })).rejects.toMatchObject({ reason: "attempts-used-up" });

    for (const expected of [1, 2]) {
      const practised = await me.quiz.start({ target: { moduleSlug }, requestId: uuidv7() });
      const { number } = await me.quiz.attempt({ attemptId: practised.attemptId, locale: "en" });
      expect(number).toBe(expected);
      await me.quiz.submit(submit(practised.attemptId));
    }
  });

  it("keeps practice and its keys closed while a class expects the same quiz, and opens them once it is handed in", async () => {
    const { learner, me } = await practice();
    const [earlier, open] = await beginPractice(me);
    const { instructor, joinCode, assignmentId } = await api.foundClass();
    await me.class.join({ code: joinCode });
    const begin = () => me.quiz.start({ target: { moduleSlug }, requestId: uuidv7() });
    const look = () => me.quiz.result({ attemptId: earlier, locale: "en" });

    await me.quiz.submit(submit(open));
    await expect(begin()).rejects.toMatchObject({ reason: "assignment-open" });
    await expect(look()).rejects.toMatchObject({ reason: "assignment-open" });
    const { attemptId } = await me.quiz.start({ target: { assignmentId }, requestId: uuidv7() });
    await expect(begin()).rejects.toMatchObject({ reason: "assignment-open" });
    await expect(look()).rejects.toMatchObject({ reason: "assignment-open" });
    await expect(api.as(instructor).quiz.start({ target: { moduleSlug }, requestId: uuidv7() })).resolves.toBeDefined();

    await me.quiz.submit(submit(attemptId));
    expect((await look()).id).toBe(earlier);
    await begin();
    expect(await api.db.attempt.count({ where: { userId: learner.id } })).toBe(4);
  });

  it("opens practice again when the assignment is due, since what comes later is marked late", async () => {
    const { learner } = await api.foundClass();
    const begin = () => api.as(learner).quiz.start({ target: { moduleSlug }, requestId: uuidv7() });
    api.setNow(new Date("2026-12-01T11:59:59.999Z"));
    await expect(begin()).rejects.toMatchObject({ reason: "assignment-open" });
    api.setNow(new Date("2026-12-01T12:00:00Z"));
    await expect(begin()).resolves.toBeDefined();
  });

  it("shares stored item versions between attempts and adds one when an item changes", async () => {
    const itemId = "test-module/lesson/single";
    await started();
    await started();
    const before = await api.db.itemVersion.count({ where: { itemId } });
    api.catalogue.setItems(quizFixtures({ singleKey: "c" }));
    await started();
    expect(await api.db.itemVersion.count({ where: { itemId } })).toBe(before + 1);
  });
});

async function practice() {
  const learner = await api.signUp("Zoe");
  return { learner, me: api.as(learner) };
}

/** One attempt handed in and one open. */
async function beginPractice(me: ReturnType<TestApi["as"]>): Promise<[earlier: string, open: string]> {
  const begin = () => me.quiz.start({ target: { moduleSlug }, requestId: uuidv7() });
  const { attemptId } = await begin();
  await me.quiz.submit(submit(attemptId));
  return [attemptId, (await begin()).attemptId];
}

describe("quiz.save", () => {
  it("counts revisions and gives the draft back on another device", async () => {
    const { me, attemptId } = await started();
    expect(await me.quiz.save(save(attemptId, {}))).toMatchObject({ status: "saved", rev: 1, savedAt: startOfTest });
    const second = save(attemptId, { response: { choice: "c" }, baseRev: 1, clientSeq: 2 });
    expect(await me.quiz.save(second)).toMatchObject({ status: "saved", rev: 2 });
    const { slots } = await me.quiz.attempt({ attemptId, locale: "zh" });
    expect(slots[0]?.draft).toEqual({ response: { choice: "c" }, rev: 2, savedAt: startOfTest });
  });

  it("refuses a second tab that built on an older revision and hands it what stands there", async () => {
    const { me, attemptId } = await started();
    await me.quiz.save(save(attemptId, {}));
    const other = save(attemptId, { response: { choice: "b" }, clientId: "tab-2" });
    expect(await me.quiz.save(other)).toEqual({
      status: "stale",
      rev: 1,
      response: { choice: "a" },
      savedAt: startOfTest,
    });
  });

  it("takes the same save sent twice for one, since its first reply may be lost", async () => {
    const { me, attemptId } = await started();
    const first = await me.quiz.save(save(attemptId, {}));
    expect(await me.quiz.save(save(attemptId, {}))).toEqual(first);
    await me.quiz.submit(submit(attemptId));
    expect(await me.quiz.save(save(attemptId, {}))).toEqual(first);
  });

  it("lets exactly one of twenty saves on the same revision through", async () => {
    const { me, attemptId } = await started();
    const tabs = Array.from({ length: 20 }, (_, index) => save(attemptId, { clientId: `tab-${String(index)}` }));
    const outcomes = await Promise.all(tabs.map((each) => me.quiz.save(each)));
    expect(outcomes.filter(({ status }) => status === "saved")).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "stale")).toHaveLength(19);
  });

  it.each([
    ["at the deadline", 30 * 60, "saved"],
    ["within the grace", 30 * 60 + 5, "saved"],
    ["after the grace", 30 * 60 + 5.001, "closed"],
  ])("decides by the moment of arrival: %s", async (_, seconds, status) => {
    const { me, attemptId } = await started();
    api.passSeconds(seconds);
    expect(await me.quiz.save(save(attemptId, {}))).toMatchObject({ status });
  });

  it("answers closed once the attempt is handed in", async () => {
    const { me, attemptId } = await started();
    await me.quiz.submit(submit(attemptId));
    expect(await me.quiz.save(save(attemptId, {}))).toEqual({ status: "closed" });
  });

  it.each(["\0", "\ud800"])(
    "refuses text that Postgres cannot keep as bad input, not as a fault of its own: %j",
    async (text) => {
      const { me, attemptId } = await started();
      await expect(me.quiz.save(save(attemptId, { response: { text } }))).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    },
  );

  it("refuses a position that the attempt does not have", async () => {
    const { me, attemptId } = await started();
    await expect(me.quiz.save({ ...save(attemptId, {}), position: 50 })).rejects.toMatchObject({
      reason: "invalid-input",
    });
  });
});

function trackSettling<T>(promise: Promise<T>) {
  const tracked = { promise, isSettled: false };
  const settle = () => {
    tracked.isSettled = true;
  };
  promise.then(settle, settle);
  return tracked;
}

async function isSomebodyWaiting(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows.length > 0;
}

/** Milliseconds; the machine that runs the tests may be busy. */
const longTransaction = { maxWait: 10_000, timeout: 20_000 };

describe("quiz.submit", () => {
  it("scores every kind against the pinned key, leaving the bet out of the total", async () => {
    const { me, attemptId } = await started();
    await me.quiz.submit(submit(attemptId, await rightAnswers(attemptId)));
    const result = await me.quiz.result({ attemptId, locale: "en" });
    expect(result).toMatchObject({ points: 4, max: 4, isLate: false, submittedAt: startOfTest });
    expect(result.slots.map(({ verdict }) => verdict)).toEqual(["right", "right", "right", "right", "ungraded"]);
    expect(result.slots[4]?.feedback.target).toEqual({ x: 0.6, y: 0.4 });
  });

  it("keeps the key of the start when the course corrects it meanwhile", async () => {
    const { me, attemptId } = await started();
    api.catalogue.setItems(quizFixtures({ singleKey: "c" }));
    await me.quiz.submit(submit(attemptId, [{ position: 1, response: { choice: "b" }, baseRev: 0 }]));
    const { slots } = await me.quiz.result({ attemptId, locale: "en" });
    expect(slots[0]).toMatchObject({ verdict: "right", feedback: { correctAnswer: { choice: "b" } } });
  });

  it("turns fifty simultaneous submits into one set of responses", async () => {
    const { me, attemptId } = await started();
    const answers = await rightAnswers(attemptId);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => me.quiz.submit(submit(attemptId, answers))));
    expect(outcomes.every(({ status }) => status === "submitted")).toBe(true);
    expect(await countRows(attemptId)).toEqual({ responses: 5, scores: 5, audits: 1 });
  });

  it("makes a save that arrives meanwhile wait, and then refuses it", async () => {
    const { me, attemptId } = await started();
    const saving = await api.db.$transaction(async (tx) => {
      await lockAttempt(tx, attemptId);
      const pending = trackSettling(me.quiz.save(save(attemptId, {})));
      while (!pending.isSettled && !(await isSomebodyWaiting(tx))) await setImmediate();
      await tx.attempt.update({
        where: { id: attemptId },
        data: { state: "submitted", submittedAt: startOfTest, submitKey: "test" },
      });
      return pending;
    }, longTransaction);
    expect(await saving.promise).toEqual({ status: "closed" });
    expect(await api.db.draft.count({ where: { slot: { attemptId } } })).toBe(0);
  });

  it("writes nothing and names the positions when another tab has changed them", async () => {
    const { me, attemptId } = await started();
    await me.quiz.save(save(attemptId, { response: { choice: "c" } }));
    const mine = [{ position: 1, response: { choice: "b" }, baseRev: 0 }];
    expect(await me.quiz.submit(submit(attemptId, mine))).toEqual({ status: "stale", positions: [1] });
    expect(await countRows(attemptId)).toEqual({ responses: 0, scores: 0, audits: 0 });
  });

  it("accepts its own saved answer although the reply with the revision was lost", async () => {
    const { me, attemptId } = await started();
    await me.quiz.save(save(attemptId, {}));
    const mine = [{ position: 1, response: { choice: "a" }, baseRev: 0 }];
    expect(await me.quiz.submit(submit(attemptId, mine))).toEqual({ status: "submitted" });
  });

  it("hands in the drafts alone after the deadline, as of the deadline", async () => {
    const { me, attemptId } = await started();
    await me.quiz.save(save(attemptId, { response: { choice: "b" } }));
    api.passSeconds(31 * 60);
    const late = [{ position: 2, response: { choices: ["a", "b"] }, baseRev: 0 }];
    expect(await me.quiz.submit(submit(attemptId, late))).toEqual({ status: "submitted" });
    const result = await me.quiz.result({ attemptId, locale: "en" });
    expect(result).toMatchObject({ points: 1, submittedAt: new Date("2026-11-30T08:30:00Z") });
    expect(result.slots[1]).toMatchObject({ response: null, verdict: "empty" });
  });
});

describe("auto-close", () => {
  it.each([
    ["the learner's overview", (w: World) => w.me.quiz.overview({ target: w.target })],
    ["the attempt itself", (w: World) => w.me.quiz.attempt({ attemptId: w.attemptId, locale: "en" })],
    ["the result", (w: World) => w.me.quiz.result({ attemptId: w.attemptId, locale: "en" })],
    ["the class's list", (w: World) => w.me.assignment.list({ classId: w.classId })],
    [
      "the instructor's board",
      (w: World) => api.as(w.instructor).assignment.board({ classId: w.classId, assignmentId: w.assignmentId }),
    ],
    ["another start", (w: World) => w.me.quiz.start({ target: { moduleSlug }, requestId: uuidv7() })],
  ])("hands in an expired attempt with its drafts when somebody looks at %s", async (_, look) => {
    const world = await started();
    await world.me.quiz.save(save(world.attemptId, { response: { choice: "b" } }));
    api.passSeconds(30 * 60 + 6);
    await look(world);
    const row = await api.db.attempt.findUniqueOrThrow({ where: { id: world.attemptId } });
    expect(row).toMatchObject({
      state: "submitted",
      submitKey: `auto:${world.attemptId}`,
      submittedAt: new Date("2026-11-30T08:30:00Z"),
    });
    expect(await countRows(world.attemptId)).toEqual({ responses: 5, scores: 5, audits: 1 });
  });

  it("leaves an attempt within its grace open", async () => {
    const { me, target, attemptId } = await started();
    api.passSeconds(30 * 60 + 5);
    expect(await me.quiz.overview({ target })).toMatchObject({ openAttemptId: attemptId });
  });
});

type World = Awaited<ReturnType<typeof started>>;

describe("secrecy", () => {
  it("lets no word of any key out before the attempt is handed in, and all of them after", async () => {
    const { me, target, attemptId, instructor, classId, assignmentId } = await started();
    const before = [
      await me.quiz.overview({ target }),
      await me.quiz.attempt({ attemptId, locale: "en" }),
      await me.quiz.attempt({ attemptId, locale: "zh" }),
      await me.quiz.save(save(attemptId, {})),
      await me.quiz.save(save(attemptId, { clientId: "tab-2" })),
      await api.as(instructor).assignment.board({ classId, assignmentId }),
      await me.assignment.list({ classId }),
      await me.quiz.submit(submit(attemptId, [{ position: 1, response: { choice: "b" }, baseRev: 7 }])),
    ];
    await expect(me.quiz.result({ attemptId, locale: "en" })).rejects.toMatchObject({ reason: "attempt-open" });
    expect(JSON.stringify(before)).not.toMatch(new RegExp(`${canary}|correct|distractor|tolerance|formula|vars`));

    await me.quiz.submit(submit(attemptId));
    const after = await me.quiz.result({ attemptId, locale: "en" });
    expect(JSON.stringify(after).split(canary)).toHaveLength(6);
  });

  it("shows the same bytes whatever the key says", async () => {
    const views: RouterOutputs["quiz"]["attempt"]["slots"][] = [];
    for (const singleKey of ["b", "c"]) {
      api.catalogue.setItems(quizFixtures({ singleKey }));
      const { me, attemptId } = await started();
      await api.db.attempt.update({ where: { id: attemptId }, data: { seed: "one seed for both" } });
      views.push((await me.quiz.attempt({ attemptId, locale: "en" })).slots);
    }
    expect(views[0]).toEqual(views[1]);
  });

  it("does not answer as an inline check what a quiz asks", async () => {
    const answer = { itemId: "test-module/lesson/single", seed: "s", response: { choice: "b" }, locale: "en" } as const;
    await expect(api.as(null).check.answer(answer)).rejects.toMatchObject({ reason: "not-found" });
  });
});

describe("classroom", () => {
  it("shows the instructor who has done what, and late work as late", async () => {
    const { me, attemptId, learner, classmate, instructor, classId, assignmentId } = await started();
    await me.quiz.save(save(attemptId, { response: { choice: "b" } }));
    const board = () => api.as(instructor).assignment.board({ classId, assignmentId });
    expect((await board()).rows).toMatchObject([
      { userId: learner.id, state: "open", points: null, max: 4, lastSavedAt: startOfTest, isLate: false },
      { userId: classmate.id, state: "not-started", points: null, max: 4, lastSavedAt: null },
    ]);

    await me.quiz.submit(submit(attemptId));
    api.setNow(new Date("2026-12-01T12:00:01Z"));
    const late = await api.as(classmate).quiz.start({ target: { assignmentId }, requestId: uuidv7() });
    await api.as(classmate).quiz.submit(submit(late.attemptId));
    expect((await board()).rows).toMatchObject([
      { state: "submitted", points: 1, isLate: false, submittedAt: startOfTest },
      { state: "submitted", points: 0, isLate: true },
    ]);
    const [mine] = await me.assignment.list({ classId });
    expect(mine?.my).toEqual({ state: "submitted", points: 1, max: 4, isLate: false });
  });

  it("creates one class and one assignment however often the request arrives", async () => {
    const teacher = await api.signUp("Teacher");
    const request = { name: "Twice", timeZone: "Europe/Berlin", requestId: uuidv7() };
    const [first, second] = await Promise.all([
      api.as(teacher).class.create(request),
      api.as(teacher).class.create(request),
    ]);
    expect(first).toEqual(second);
    const given = { ...first, moduleSlug, dueLocal: "2026-12-01T20:00", timeLimitMinutes: null, requestId: uuidv7() };
    const ids = await Promise.all([1, 2].map(() => api.as(teacher).assignment.create(given)));
    expect(ids[0]).toEqual(ids[1]);
    expect((await api.as(teacher).assignment.list(first)).map(({ dueAt }) => dueAt)).toEqual([
      new Date("2026-12-01T19:00:00Z"),
    ]);
  });

  it("joins by a code typed in any case, once, and does not demote the instructor", async () => {
    const { joinCode, classId, instructor } = await api.foundClass();
    const { me } = await practice();
    const typed = `${joinCode.slice(0, 4).toLowerCase()}-${joinCode.slice(4)}`;
    expect(await me.class.join({ code: typed })).toEqual({ classId });
    expect(await me.class.join({ code: typed })).toEqual({ classId });
    await api.as(instructor).class.join({ code: joinCode });
    expect(await api.as(instructor).class.get({ classId })).toMatchObject({ role: "instructor", learnerCount: 3 });
    expect(await me.class.get({ classId })).toMatchObject({ role: "learner", joinCode: null });
  });

  it("stops guessing of join codes after ten tries an hour", async () => {
    const { joinCode } = await api.foundClass();
    const { me } = await practice();
    for (let tries = 0; tries < 10; tries += 1) {
      await expect(me.class.join({ code: "ZZZZZZZZ" })).rejects.toMatchObject({ reason: "unknown-join-code" });
    }
    await expect(me.class.join({ code: joinCode })).rejects.toMatchObject({
      reason: "rate-limited",
      retryAfterSeconds: 3600,
    });
    api.passSeconds(3600);
    await expect(me.class.join({ code: joinCode })).resolves.toHaveProperty("classId");
  });
});

describe("account", () => {
  it("erases the name, the ways in and the progress, and keeps the graded record", async () => {
    const { me, attemptId, learner, instructor, classId, assignmentId } = await started();
    await giveAccount(learner, "a long enough one");
    await me.progress.record({ events: [{ lessonId: "test-module/lesson", step: "read" }] });
    await me.quiz.save(save(attemptId, { response: { choice: "b" } }));
    await expect(me.account.erase({ password: "a wrong one" })).rejects.toMatchObject({ reason: "wrong-password" });

    expect(await me.account.erase({ password: "a long enough one" })).toEqual({ erased: true });
    const left = await api.db.user.findUniqueOrThrow({
      where: { id: learner.id },
      include: { sessions: true, accounts: true, lessonProgress: true },
    });
    expect(left).toMatchObject({
      name: "",
      email: `erased-${learner.id}@erased.invalid`,
      sessions: [],
      accounts: [],
      lessonProgress: [],
    });
    expect(await api.db.draft.count({ where: { slot: { attemptId } } })).toBe(0);
    const { rows } = await api.as(instructor).assignment.board({ classId, assignmentId });
    expect(rows.find(({ userId }) => userId === learner.id)).toMatchObject({ name: "", state: "submitted", points: 1 });
    expect(await api.as(instructor).class.roster({ classId })).toHaveLength(1);
  });

  it("takes over a visitor's steps once and keeps their first time", async () => {
    const { me } = await practice();
    const events = [
      { lessonId: "test-module/lesson", step: "read" },
      { lessonId: "test-module/lesson", step: "check:test-module/lesson/check" },
    ];
    expect(await me.progress.record({ events })).toEqual({ recorded: 2 });
    api.passSeconds(60);
    expect(
      await me.progress.record({ events: [...events, { lessonId: "test-module/lesson", step: "mission:0/a" }] }),
    ).toEqual({ recorded: 1 });
    const { lessons } = await me.progress.mine({});
    expect(lessons).toHaveLength(1);
    expect(lessons[0]?.steps.map(({ at }) => at)).toEqual([startOfTest, startOfTest, new Date("2026-11-30T08:01:00Z")]);
  });
});

async function giveAccount(user: SessionUser, password: string) {
  await api.db.account.create({
    data: { userId: user.id, accountId: user.id, providerId: "credential", password: await hashPassword(password) },
  });
}

describe("check.answer", () => {
  const answer = { itemId: "test-module/lesson/check", seed: "s", locale: "en" } as const;

  it("scores, explains and names the misconception in words", async () => {
    const wrong = await api.as(null).check.answer({ ...answer, response: { choice: "a" } });
    expect(wrong).toMatchObject({
      status: "scored",
      points: 0,
      max: 1,
      correct: false,
      feedback: { correctAnswer: { choice: "b" }, misconception: { tag: "thinks-one", text: "thinks it is one" } },
    });
  });

  it("tells nothing about an answer that cannot be scored", async () => {
    const strange = await api.as(null).check.answer({ ...answer, response: { choice: "nothing" } });
    expect(strange).toEqual({ status: "invalid", problem: "unknown-option" });
  });

  it("keeps the answers of people who are signed in, and of nobody else", async () => {
    const { me, learner } = await practice();
    const before = await api.db.checkAnswer.count();
    await me.check.answer({ ...answer, response: { choice: "b" } });
    await api.as(null).check.answer({ ...answer, response: { choice: "b" } });
    expect(await api.db.checkAnswer.count()).toBe(before + 1);
    expect(await api.db.checkAnswer.findFirst({ where: { userId: learner.id } })).toMatchObject({
      response: { choice: "b" },
    });
  });

  it("lets a school of visitors behind one address answer more often than one person may", async () => {
    const ask = () => api.as(null).check.answer({ ...answer, response: { choice: "nothing" } });
    await expect(Promise.all(Array.from({ length: 130 }, ask))).resolves.toHaveLength(130);
  });

  it("answers 120 times a minute and no more", async () => {
    const { me } = await practice();
    const ask = () => me.check.answer({ ...answer, response: { choice: "nothing" } });
    await Promise.all(Array.from({ length: 120 }, ask));
    await expect(ask()).rejects.toMatchObject({ reason: "rate-limited" });
  });
});
