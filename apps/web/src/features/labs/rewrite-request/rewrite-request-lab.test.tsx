// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { RewriteRequestLab } from "./rewrite-request-lab.tsx";
import { openPoints, type OpenPoint, type SaidPoint } from "./state.ts";

// A whole lab is played through; a busy machine needs its time.
vi.setConfig({ testTimeout: 30_000 });

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];
const words = messages.en.labs.rewriteRequest;

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "rewrite-request")} timeZone="UTC">
        <RewriteRequestLab preset="free" locale="en" standalone={false} />
      </NextIntlClientProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const boxOf = (point: OpenPoint | SaidPoint) =>
  [...page.querySelectorAll("label")]
    .find((label) => label.textContent === words.marking.point[point])
    ?.querySelector("input");
const mark = (point: OpenPoint | SaidPoint) => act(async () => boxOf(point)?.click());
const write = (field: number, text: string) =>
  act(async () => {
    const area = page.querySelectorAll("textarea")[field];
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
    area?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const score = (version: string, points: readonly number[]) =>
  act(async () => {
    const groups = [...page.querySelectorAll(".rewrite-rubric [role=group]")].filter((group) =>
      group.getAttribute("aria-label")?.startsWith(version),
    );
    points.forEach((point, line) => groups[line]?.querySelectorAll("button")[point]?.click());
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("RewriteRequestLab", () => {
  it("is completed by keyboard", async () => {
    for (const point of openPoints) await mark(point);
    expect(done()).toEqual(["done", "open", "open"]);
    await write(0, "Men’s, the last five, newest first.");
    await write(1, "Time (s) | Name");
    await write(2, "00.00 | Surname");
    expect(page.querySelector(".rewrite-preview td")?.textContent).toBe("00.00");
    expect(done()).toEqual(["done", "done", "open"]);
    await score("Yours", [1, 1, 1, 1]);
    await score("Given", [1, 1, 1, 0]);
    expect(done()).toEqual(["done", "done", "done"]);
    expect(page.querySelector(".seen")?.textContent).toContain("You gave yourself 4 points and the other 3");
    expect(page.textContent).toContain("You differ on line 3.");
  });

  it("answers a point that the request does settle, and leaves it unmarked", async () => {
    await mark("distance");
    expect(boxOf("distance")?.checked).toBe(false);
    expect(page.textContent).toContain(words.marking.said.distance);
    await mark("who");
    expect(page.textContent).not.toContain(words.marking.said.distance);
  });

  it("keeps the scores of one's own version shut until something is written", async () => {
    await score("Yours", [1, 1, 1, 1]);
    await score("Given", [1, 1, 0, 0]);
    expect(done()).toEqual(["open", "open", "open"]);
    expect(page.textContent).toContain(words.judging.agree);
  });
});
