// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  addLocalProgress,
  localProgressEvents,
  readLocalProgress,
  readSeenProgress,
  removeLocalProgress,
  subscribeLocalProgress,
} from "./local-progress.ts";
import { sendLocalProgress } from "./send-local-progress.ts";

const key = "fewshot.progress.v1";
const event = (step: string, lessonId = "module/lesson") => ({ lessonId, step });

beforeEach(() => localStorage.clear());

describe("local progress", () => {
  it("keeps a step once, however often it is reached", () => {
    addLocalProgress([event("read"), event("read")]);
    addLocalProgress([event("read"), event("mission:0/walk")]);
    expect(readLocalProgress()).toEqual({ "module/lesson": ["read", "mission:0/walk"] });
  });

  it("hands out the same object until something changes", () => {
    addLocalProgress([event("read")]);
    const before = readLocalProgress();
    expect(readLocalProgress()).toBe(before);
    addLocalProgress([event("mission:0/walk")]);
    expect(readLocalProgress()).not.toBe(before);
  });

  it("forgets only what was acknowledged", () => {
    addLocalProgress([event("read"), event("mission:0/walk"), event("read", "module/other")]);
    removeLocalProgress([event("read")]);
    expect(localProgressEvents()).toEqual([event("mission:0/walk"), event("read", "module/other")]);
  });

  it("leaves out entries that the server would refuse, so that they hold up nothing", () => {
    localStorage.setItem(key, JSON.stringify({ "module/lesson": ["read", "drop table"], nonsense: ["read"] }));
    expect(localProgressEvents()).toEqual([event("read")]);
  });

  it.each(["", "{", "[]", '"text"', '{"module/lesson":"read"}'])("starts empty when it finds %s", (text) => {
    localStorage.setItem(key, text);
    expect(readLocalProgress()).toEqual({});
  });

  it("tells listeners until they leave", () => {
    const listener = vi.fn();
    const leave = subscribeLocalProgress(listener);
    addLocalProgress([event("read")]);
    leave();
    addLocalProgress([event("mission:0/walk")]);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe("sendLocalProgress", () => {
  it("sends at most 200 steps at a time and ends with none left", async () => {
    addLocalProgress(Array.from({ length: 450 }, (_, index) => event(`mission:0/m${index}`)));
    const sizes: number[] = [];
    await sendLocalProgress(async (events) => sizes.push(events.length));
    expect(sizes).toEqual([200, 200, 50]);
    expect(localProgressEvents()).toEqual([]);
  });

  it("keeps everything when the server does not acknowledge", async () => {
    addLocalProgress([event("read")]);
    await expect(sendLocalProgress(() => Promise.reject(new Error("offline")))).rejects.toThrow("offline");
    expect(localProgressEvents()).toEqual([event("read")]);
  });

  it("keeps a step that is added while others are on their way, and sends it next", async () => {
    addLocalProgress([event("read")]);
    const sent: string[][] = [];
    await sendLocalProgress(async (events) => {
      if (sent.length === 0) addLocalProgress([event("mission:0/walk")]);
      sent.push(events.map(({ step }) => step));
    });
    expect(sent).toEqual([["read"], ["mission:0/walk"]]);
  });
});

describe("what the page shows", () => {
  it("still holds a step after the server took it over, since the page was told of the server before that", () => {
    addLocalProgress([event("read", "module/shown")]);
    removeLocalProgress([event("read", "module/shown")]);
    expect(readLocalProgress()).toEqual({});
    expect(readSeenProgress()).toMatchObject({ "module/shown": ["read"] });
  });

  it("is the same object until something changes", () => {
    expect(readSeenProgress()).toBe(readSeenProgress());
  });
});
