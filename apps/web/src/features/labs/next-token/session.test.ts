import { describe, expect, it } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import type { LanguageModel } from "@fewshot/ml-core";
import { metMissions } from "../missions.ts";
import { describeDistribution, ownTable, type Distribution } from "./distribution.ts";
import { countDraws } from "./draws.ts";
import { presets, statedLogits, statedPieces, type PresetId } from "./presets.ts";
import { publishState } from "./published.ts";
import { idsAtFocus, longestRun, NextTokenSession, textIds, type SessionOptions } from "./session.ts";
import { startState } from "./state.ts";
import { modelSource, statedSource } from "./token-source.ts";

/** One token per character: its code modulo 30. Id 31 ends a text. */
const words = {
  encode: (text: string) => [...text].map((char) => (char.codePointAt(0) ?? 0) % 30),
  piece: (id: number) => ({ kind: "text" as const, text: String(id) }),
};

/** Likes one continuation at 60 %, as the lesson's sentences; after five ids of text it wants to end. */
function leaningModel(): LanguageModel {
  const shares = [0.6, 0.1, ...Array.from({ length: 30 }, () => 0.01)];
  return createFakeModel({
    logitsOf: (ids) => shares.map((share, id) => Math.log(id === 31 && ids.length > 9 ? 500 : share)),
  });
}

/** Never ends, and leans on nothing. */
const endless = () =>
  createFakeModel({
    logitsOf: (ids) => Array.from({ length: 32 }, (_, id) => (id === 31 ? -Infinity : (id * ids.length) % 5)),
  });

function openSession(model: LanguageModel, options: Partial<SessionOptions> = {}): NextTokenSession {
  return new NextTokenSession({
    start: startState({ prompt: "abc" }),
    openSource: () => Promise.resolve(modelSource(model, words)),
    onFailure: () => false,
    pause: () => Promise.resolve(),
    ...options,
  });
}

function statedSession(): NextTokenSession {
  const source = statedSource(Float32Array.from(statedLogits()), statedPieces("zh"));
  return new NextTokenSession({
    start: startState({}),
    openSource: () => Promise.resolve(source),
    onFailure: () => false,
    pause: () => Promise.resolve(),
  });
}

function tableOf(session: NextTokenSession): Distribution | null {
  const { state, source } = session.getSnapshot();
  const logits = state.computed ? source?.peek(idsAtFocus(state, source)) : undefined;
  return logits === undefined ? null : describeDistribution(logits, ownTable(logits), { knobs: state.knobs, shown: 8 });
}

function met(session: NextTokenSession, preset: PresetId): string[] {
  const { state, source } = session.getSnapshot();
  const distribution = tableOf(session);
  const counts =
    distribution && state.samples > 0 ? countDraws(distribution.candidates, state.samples, state.seed) : null;
  const endOfTextId = source?.endOfTextId ?? null;
  return metMissions(presets[preset].missions, publishState(state, { distribution, counts, endOfTextId }));
}

const idsOf = (session: NextTokenSession) => session.getSnapshot().state.path.map((step) => step.id);

describe("a session with a model", () => {
  it("reads the prompt after the end token, as in training", async () => {
    const read: (readonly number[])[] = [];
    const session = openSession(
      createFakeModel({ logitsOf: (ids) => (read.push(ids), Array.from({ length: 32 }, () => 0)) }),
    );
    await session.compute();
    expect(read).toEqual([[31, ...words.encode("abc")]]);
  });

  it("does not open the source before it is asked to compute", async () => {
    let opened = 0;
    const session = openSession(leaningModel(), { openSource: () => ((opened += 1), Promise.resolve(null)) });
    session.turn({ temperature: 0.5 });
    session.reseed(3);
    expect(opened).toBe(0);
    await session.compute();
    expect(opened).toBe(1);
  });

  it("writes the same text for the same seed and knobs, however it got there", async () => {
    const [walked, ran] = [openSession(endless()), openSession(endless())];
    for (let step = 0; step < 6; step += 1) await walked.step();
    await ran.run();
    expect(idsOf(walked)).toHaveLength(6);
    expect(idsOf(ran).slice(0, 6)).toEqual(idsOf(walked));
  });

  it("walks at most a run's length, and not past the context", async () => {
    const plenty = openSession(
      createFakeModel({
        contextLength: 500,
        endOfTextId: 31,
        logitsOf: () => [1, ...Array.from({ length: 30 }, () => 0), -Infinity],
      }),
    );
    await plenty.run();
    expect(idsOf(plenty)).toHaveLength(longestRun);
    const cramped = openSession(
      createFakeModel({ contextLength: 6, logitsOf: () => [1, ...Array.from({ length: 30 }, () => 0), -Infinity] }),
    );
    await cramped.run();
    expect(idsOf(cramped)).toHaveLength(3);
    expect(cramped.getSnapshot().problem).toEqual({ kind: "context-full", longest: 6 });
  });

  it("refuses a prompt longer than the context and says by how much", async () => {
    const session = openSession(createFakeModel({ contextLength: 3 }));
    await session.compute();
    expect(session.getSnapshot().problem).toEqual({ kind: "prompt-too-long", tokens: 4, longest: 3 });
  });

  it("draws nothing after the end of the text", async () => {
    const session = openSession(leaningModel());
    session.write("abcdefghi");
    for (let step = 0; step < 3; step += 1) await session.step();
    expect(idsOf(session)).toEqual([31]);
  });

  it("stops a run at once and keeps what was drawn", async () => {
    const session = openSession(createFakeModel(), { pause: () => (session.stop(), Promise.resolve()) });
    await session.run();
    expect(idsOf(session)).toHaveLength(1);
    expect(session.getSnapshot()).toMatchObject({ activity: "idle", problem: null });
  });

  it("lets no late table change a session that has moved on, even from a model deaf to cancelling", async () => {
    const model = endless();
    const deaf: LanguageModel = { ...model, prefill: (ids) => model.prefill(ids) };
    const session = openSession(deaf);
    await session.compute();
    session.write("xyz");
    const late = session.step();
    await Promise.resolve();
    session.reseed(5);
    await late;
    expect(idsOf(session)).toEqual([]);
  });

  it("ignores a second request while one is going on", async () => {
    const session = openSession(createFakeModel());
    await Promise.all([session.step(), session.step()]);
    expect(idsOf(session)).toHaveLength(1);
  });

  it("takes up the next request after a stop, without waiting to be asked twice", async () => {
    const session = openSession(endless());
    await session.step();
    void session.run();
    session.restart(startState({ prompt: "xyz" }));
    await session.compute();
    expect(session.getSnapshot()).toMatchObject({ activity: "idle", state: { computed: true, path: [] } });
  });

  it("draws the token on show again with its u when a knob turns", async () => {
    const session = openSession(leaningModel());
    await session.step();
    const before = session.getSnapshot().state.path[0];
    session.turn({ topP: 0.3 });
    const after = session.getSnapshot().state.path[0];
    expect(after).toEqual({ id: 0, prob: 1, how: "drawn", u: before?.u });
  });

  it("marks a token picked by hand as cut, and does not exchange it, when a knob cuts it", async () => {
    const session = openSession(leaningModel());
    await session.compute();
    session.choose(1);
    session.turn({ topP: 0.3 });
    expect(session.getSnapshot().state.path).toEqual([{ id: 1, prob: 0, how: "chosen", u: null }]);
  });

  it("forks only to candidates that are left", async () => {
    const session = openSession(leaningModel());
    await session.compute();
    session.turn({ topP: 0.3 });
    session.choose(1);
    expect(idsOf(session)).toEqual([]);
  });

  it("opens the source anew after the model has broken down", async () => {
    let opened = 0;
    const broken = { ...leaningModel(), prefill: () => Promise.reject(new Error("gone")) };
    const session = openSession(broken, {
      openSource: () => Promise.resolve(modelSource(++opened === 1 ? broken : leaningModel(), words)),
      onFailure: () => true,
    });
    await session.compute();
    expect(session.getSnapshot()).toMatchObject({ source: null, problem: null });
    await session.compute();
    expect(tableOf(session)?.rows[0]?.id).toBe(0);
  });

  it("shows the table at the focus again after a breakdown in the middle of a text", async () => {
    let breaksDown = false;
    const model = endless();
    const fragile = {
      ...model,
      prefill: (...given: Parameters<typeof model.prefill>) =>
        breaksDown ? Promise.reject(new Error("gone")) : model.prefill(...given),
    };
    const session = openSession(fragile, { onFailure: () => true });
    for (let step = 0; step < 3; step += 1) await session.step();
    session.dispatch({ type: "looked", focus: 1 });
    const before = tableOf(session);
    breaksDown = true;
    session.write("other");
    await session.compute();
    breaksDown = false;
    session.write("abc");
    for (let step = 0; step < 3; step += 1) await session.step();
    session.dispatch({ type: "looked", focus: 1 });
    await session.compute();
    expect(tableOf(session)).toEqual(before);
    expect(idsOf(session)).toHaveLength(3);
  });
});

describe("missions of wo-lai-zi", () => {
  it("ticks walk at five steps, not at four", async () => {
    const session = openSession(endless());
    for (let step = 0; step < 4; step += 1) await session.step();
    expect(met(session, "wo-lai-zi")).not.toContain("walk");
    await session.step();
    expect(met(session, "wo-lai-zi")).toContain("walk");
  });

  it("ticks walk when the text ends before the fifth step", async () => {
    const session = openSession(leaningModel());
    session.write("abcdefghi");
    await session.step();
    expect(idsOf(session)).toEqual([31]);
    expect(met(session, "wo-lai-zi")).toContain("walk");
  });

  it("does not count tokens picked by hand as steps", async () => {
    const session = openSession(endless());
    for (let step = 0; step < 4; step += 1) await session.step();
    session.dispatch({ type: "looked", focus: 3 });
    session.choose(tableOf(session)?.rows[0]?.id ?? 0);
    await session.step();
    expect(idsOf(session)).toHaveLength(5);
    expect(met(session, "wo-lai-zi")).not.toContain("walk");
  });

  it("ticks fork at three seeds with two first steps, not with two seeds and not if all agree", async () => {
    const [agree, differ] = [openSession(leaningModel()), openSession(leaningModel())];
    agree.turn({ topP: 0.3 });
    for (const seed of [1, 2, 3]) {
      agree.reseed(seed);
      await agree.step();
    }
    expect(met(agree, "wo-lai-zi")).not.toContain("fork");
    const firsts = new Set<number>();
    let seeds = 0;
    for (let seed = 1; seeds < 3 || firsts.size < 2; seed += 1) {
      expect(met(differ, "wo-lai-zi")).not.toContain("fork");
      differ.reseed(seed);
      await differ.step();
      seeds += 1;
      firsts.add(idsOf(differ)[0] ?? -1);
    }
    expect(met(differ, "wo-lai-zi")).toContain("fork");
  });

  it("ticks count at 1,000 draws near the probability, not at 100", async () => {
    const session = openSession(leaningModel());
    session.dispatch({ type: "sampled", samples: 1000 });
    expect(met(session, "wo-lai-zi")).not.toContain("count");
    await session.compute();
    session.dispatch({ type: "sampled", samples: 100 });
    expect(met(session, "wo-lai-zi")).not.toContain("count");
    session.dispatch({ type: "sampled", samples: 1000 });
    expect(met(session, "wo-lai-zi")).toContain("count");
  });
});

describe("missions of real-vocabulary", () => {
  /** Sure after "a", undecided after anything else. */
  const moody = () =>
    createFakeModel({
      vocabSize: 64,
      contextLength: 80,
      endOfTextId: 63,
      logitsOf: (ids) => Array.from({ length: 64 }, (_, id) => (id === ids.at(-1) && ids.at(-1) === 7 ? 9 : id % 3)),
    });
  const open = () => openSession(moody(), { start: startState({ prompt: "b" }) });

  it("ticks narrow-and-wide at p = 0.9 over two prompts", async () => {
    const session = open();
    await session.compute();
    session.turn({ topP: 0.9 });
    expect(met(session, "real-vocabulary")).not.toContain("narrow-and-wide");
    session.write("a");
    await session.compute();
    expect(met(session, "real-vocabulary")).toContain("narrow-and-wide");
  });

  it("ticks under-one-bit by temperature, and not where a cut or the prompt does it", async () => {
    const session = open();
    await session.compute();
    expect(met(session, "real-vocabulary")).not.toContain("under-one-bit");
    session.turn({ topK: 1 });
    expect(met(session, "real-vocabulary")).not.toContain("under-one-bit");
    session.write("a");
    session.turn({ topK: 0 });
    await session.compute();
    expect(met(session, "real-vocabulary")).not.toContain("under-one-bit");
    session.turn({ temperature: 0.5 });
    expect(met(session, "real-vocabulary")).toContain("under-one-bit");
  });

  it("ticks same-twenty when twenty tokens are walked again, not at nineteen and not with another seed", async () => {
    const session = open();
    const walk = async (steps: number) => {
      for (let step = 0; step < steps; step += 1) await session.step();
    };
    await walk(20);
    session.goTo(null, 0);
    await walk(19);
    expect(met(session, "real-vocabulary")).not.toContain("same-twenty");
    await session.step();
    expect(met(session, "real-vocabulary")).toContain("same-twenty");
    session.reseed(7);
    await walk(20);
    expect(met(session, "real-vocabulary")).not.toContain("same-twenty");
  });
});

describe("a second prompt", () => {
  it("is computed beside the first and takes nothing from it", async () => {
    const session = openSession(endless());
    await session.step();
    await session.compare("xyz");
    const { state, source } = session.getSnapshot();
    expect([state.other, state.path.length]).toEqual(["xyz", 1]);
    expect(source?.peek(source.promptIds("xyz"))).toBeDefined();
  });

  it("is refused if it is too long, and the first one stays", async () => {
    const session = openSession(createFakeModel({ contextLength: 5 }));
    await session.compute();
    await session.compare("abcdefgh");
    expect(session.getSnapshot().problem).toEqual({ kind: "prompt-too-long", tokens: 9, longest: 5 });
    expect(session.getSnapshot().state.other).toBeNull();
  });
});

describe("the repetition penalty", () => {
  it("counts the text and not the end token that every prompt is read after", async () => {
    const session = openSession(
      createFakeModel({ logitsOf: () => Array.from({ length: 32 }, (_, id) => (id > 29 ? 2 : 1)) }),
      {
        start: startState({ prompt: String.fromCodePoint(30) }),
      },
    );
    await session.compute();
    session.turn({ repetitionPenalty: 2 });
    const { state, source } = session.getSnapshot();
    const ids = source === null ? [] : idsAtFocus(state, source);
    expect(source === null ? [] : textIds(source, ids)).toEqual([0]);
  });
});

describe("missions of eight-candidates", () => {
  it("ticks sharpen at T = 0.55, not at 0.6, and not while top_p or top_k does the work", async () => {
    const session = statedSession();
    await session.compute();
    const done = (knobs: Parameters<NextTokenSession["turn"]>[0]) => (
      session.turn(knobs),
      met(session, "eight-candidates")
    );
    expect(done({ temperature: 0.6 })).not.toContain("sharpen");
    expect(done({ temperature: 0.55 })).toContain("sharpen");
    expect(done({ temperature: 1, topP: 0.5 })).not.toContain("sharpen");
    expect(done({ topP: 1, topK: 1 })).not.toContain("sharpen");
  });

  it("ticks two-left between .60 and .70 at T = 1, and only by top_p", async () => {
    const session = statedSession();
    await session.compute();
    const done = (knobs: Parameters<NextTokenSession["turn"]>[0]) => (
      session.turn(knobs),
      met(session, "eight-candidates")
    );
    expect(done({ topP: 0.75 })).not.toContain("two-left");
    expect(done({ topP: 0.55 })).not.toContain("two-left");
    expect(done({ topP: 0.65 })).toContain("two-left");
    expect(done({ temperature: 0.95 })).not.toContain("two-left");
    expect(done({ temperature: 1, topP: 1, topK: 2 })).not.toContain("two-left");
  });

  it("ticks order only when both orders were seen at T = 2, p = .8", async () => {
    const session = statedSession();
    await session.compute();
    session.turn({ temperature: 2, topP: 0.8 });
    expect(met(session, "eight-candidates")).not.toContain("order");
    session.turn({ topP: 0.85 });
    session.turn({ order: "llama.cpp" });
    expect(met(session, "eight-candidates")).not.toContain("order");
    session.turn({ topP: 0.8 });
    expect(met(session, "eight-candidates")).toContain("order");
  });

  it("draws again at the one table there is, each time with the next u", async () => {
    const session = statedSession();
    const us = new Set<number | null | undefined>();
    for (let draw = 0; draw < 5; draw += 1) {
      await session.step();
      us.add(session.getSnapshot().state.path[0]?.u);
    }
    expect([us.size, idsOf(session).length]).toEqual([5, 1]);
  });
});
