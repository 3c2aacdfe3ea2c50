import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { missionEnds } from "./presets.ts";
import { problemOf, publishScratch, recentLoss, reduceScratch, scratchStart, type ScratchAction } from "./scratch.ts";
import { serveTrainer, type TrainerAnswer, type TrainerPort, type TrainerResponse } from "./serve-trainer.ts";
import { dialogueText, texts } from "./texts.ts";
import { parametersOf, Trainer } from "./trainer.ts";
import { directionOf, publishTuned, reduceTuned, tunedStart, type TunedAction } from "./tuned.ts";

const answer = (patch: Partial<TrainerAnswer>): TrainerAnswer => ({
  hash: "a",
  parameters: 5000,
  steps: 0,
  firstLoss: null,
  loss: null,
  text: "",
  ...patch,
});
const text = texts.en.story;

describe("the texts", () => {
  it.each(["zh", "en"] as const)("are forty dialogues and a story that small models can read (%s)", (locale) => {
    expect(texts[locale].dialogues).toHaveLength(40);
    expect(new Set(texts[locale].dialogues.map(([said]) => said)).size).toBe(40);
    expect(problemOf(texts[locale].story, "small")).toBeNull();
    expect(problemOf(texts[locale].story, "large")).toBeNull();
    const alphabet = new Set(texts[locale].story + dialogueText(locale)).size;
    expect(parametersOf("small", alphabet)).toBeGreaterThan(4000);
    expect(parametersOf("large", alphabet)).toBeLessThan(200_000);
  });
});

describe("missions of from-scratch", () => {
  const after = (...actions: ScratchAction[]) =>
    metMissions(missionEnds["from-scratch"], publishScratch(actions.reduce(reduceScratch, scratchStart(text))));
  const begin: ScratchAction = { type: "created", answer: answer({}) };
  const train = (loss: number, hash: string): ScratchAction[] => [
    { type: "progress", from: 0, progress: { steps: 100, loss, firstLoss: 3, sample: null } },
    { type: "trained", from: 0, answer: answer({ steps: 100, firstLoss: 3, hash }) },
  ];
  const write = (count: number, hash: string): ScratchAction => ({
    type: "written",
    answer: answer({ text: "x".repeat(count), hash }),
  });

  it("want the loss a fifth below its start", () => {
    expect(after(begin)).toEqual([]);
    expect(after(begin, ...train(2.41, "b"))).toEqual([]);
    expect(after(begin, ...train(2.4, "b"))).toEqual(["loss-falls"]);
  });

  it("want 100 characters from a frozen model with the same fingerprint", () => {
    expect(after(begin, write(100, "a"))).toEqual([]);
    expect(after(begin, { type: "freeze" }, write(99, "a"))).toEqual([]);
    expect(after(begin, { type: "freeze" }, write(100, "z"))).toEqual([]);
    expect(after(begin, { type: "freeze" }, write(100, "a"))).toEqual(["freeze-and-write"]);
  });

  it("want one step from the frozen model that changes the fingerprint", () => {
    const step = (hash: string): ScratchAction => ({
      type: "trained",
      from: 0,
      answer: answer({ steps: 1, firstLoss: 3, hash }),
    });
    expect(after(begin, step("b"))).toEqual([]);
    expect(after(begin, { type: "freeze" }, step("a"))).toEqual([]);
    expect(after(begin, { type: "freeze" }, step("b"))).toEqual(["resume"]);
  });

  it("begin anew with another text or size", () => {
    const state = [begin, ...train(1, "b")].reduce(reduceScratch, scratchStart(text));
    expect(reduceScratch(state, { type: "setup", change: { size: "large" } })).toEqual({
      ...scratchStart(text),
      size: "large",
    });
    expect(recentLoss(state)).toBe(1);
    expect([problemOf("too short", "small"), problemOf("", "small")]).toEqual(["short", "short"]);
    const many = Array.from({ length: 1000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("");
    expect([problemOf(many, "small"), problemOf(many, "large")]).toEqual([null, "large"]);
  });
});

describe("missions of fine-tune", () => {
  const after = (...actions: TunedAction[]) =>
    metMissions(missionEnds["fine-tune"], publishTuned(actions.reduce(reduceTuned, tunedStart)));
  const frozen: TunedAction = { type: "frozen", hash: "a", parameters: 1, newLoss: 4, greeting: "" };
  const tuned = (newLoss: number, hash = "b"): TunedAction => ({
    type: "tuned",
    steps: 50,
    hash,
    newLoss,
    greeting: "",
  });
  const measured = (oldLoss: number): TunedAction => ({ type: "measured", oldLoss });

  it("want the new lines a tenth easier, and another fingerprint", () => {
    expect(after(frozen)).toEqual([]);
    expect(after(frozen, tuned(3.7, "a"))).toEqual([]);
    expect(after(frozen, tuned(3.7))).toEqual(["another-hash"]);
    expect(after(frozen, tuned(3.6))).toEqual(["new-lines", "another-hash"]);
  });

  it("want the right word for what was measured on both sides", () => {
    const both = [frozen, measured(2), tuned(4, "a"), measured(2.5)];
    expect(after(...both)).toEqual([]);
    expect(after(...both, { type: "verdict", verdict: "fell" })).toEqual([]);
    expect(after(...both, { type: "verdict", verdict: "rose" })).toEqual(["old-text"]);
    expect(after(frozen, tuned(4, "a"), measured(2.5), { type: "verdict", verdict: "rose" })).toEqual([]);
  });

  it("calls less than one per cent the same", () => {
    const of = (oldBefore: number, oldAfter: number) => directionOf({ ...tunedStart, oldBefore, oldAfter });
    expect([of(2, 2.03), of(2, 2.01), of(2, 1.99), of(2, 1.97)]).toEqual(["rose", "same", "same", "fell"]);
    expect(directionOf(tunedStart)).toBeNull();
  });
});

/** Runs the worker's side here. @returns What it posted, once the request was answered. */
function serveHere() {
  const posted: TrainerResponse[] = [];
  const port: TrainerPort = { postMessage: (message) => void posted.push(message), onmessage: null };
  let clock = 0;
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  serveTrainer(port, pause, () => (clock += 60));
  const send = (data: Parameters<NonNullable<TrainerPort["onmessage"]>>[0]["data"]) =>
    port.onmessage?.({ data } as MessageEvent);
  const ask = async (data: Parameters<typeof send>[0]) => {
    posted.length = 0;
    send(data);
    while (!posted.some(({ type }) => type !== "progress")) await pause();
    return posted.at(-1);
  };
  return { ask, send, posted };
}

describe("the trainer", () => {
  // Short and repetitive, so that it is learnt while a test waits.
  const text = "The moon and the pond. ".repeat(4);
  const setup = { alphabet: text, size: "small", seed: 7 } as const;

  it("learns: from ln V to less than four fifths in 100 steps, with samples on the way", async () => {
    const { ask, posted } = serveHere();
    const created = await ask({ type: "create", setup });
    const first = new Trainer(setup).measure(text);
    expect(first).toBeCloseTo(Math.log(new Set(text).size), 1);
    const trained = await ask({ type: "train", text, steps: 100, sample: "The" });
    expect(trained).toMatchObject({ type: "done", steps: 100 });
    const progress = posted.filter(({ type }) => type === "progress") as { loss: number; sample: string | null }[];
    expect(progress.filter(({ sample }) => sample !== null)).toHaveLength(2);
    expect(progress.at(-1)?.loss).toBeLessThan(0.8 * first);
    expect((trained as TrainerAnswer).hash).not.toBe((created as TrainerAnswer).hash);
  }, 30_000);

  it("keeps its fingerprint while it writes and is measured, and loses it with one step", async () => {
    const { ask } = serveHere();
    const { hash } = (await ask({ type: "create", setup })) as TrainerAnswer;
    const written = (await ask({ type: "write", prompt: "The", count: 100 })) as TrainerAnswer;
    expect([[...written.text].length, written.hash]).toEqual([100, hash]);
    expect(await ask({ type: "measure", text })).toMatchObject({ hash });
    const stepped = (await ask({ type: "train", text, steps: 1, sample: "The" })) as TrainerAnswer;
    expect(stepped.steps).toBe(1);
    expect(stepped.hash).not.toBe(hash);
  });

  it("stops when it is told to", async () => {
    const { ask, send, posted } = serveHere();
    await ask({ type: "create", setup });
    const training = ask({ type: "train", text, steps: 100_000, sample: "The" });
    await new Promise((resolve) => setTimeout(resolve, 30));
    send({ type: "stop" });
    expect((await training) as TrainerAnswer).toMatchObject({ type: "done" });
    expect((posted.at(-1) as TrainerAnswer).steps).toBeLessThan(1000);
  });

  it("says what went wrong", async () => {
    const { ask } = serveHere();
    expect(await ask({ type: "measure", text })).toMatchObject({ type: "failed" });
    await ask({ type: "create", setup });
    expect(await ask({ type: "write", prompt: "月", count: 1 })).toMatchObject({ type: "failed" });
  });
});
