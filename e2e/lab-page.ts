import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test, untilListening } from "./fixtures.ts";
import type { Locale } from "./words.ts";

/** Loading a model and computing with it, on two busy cores. */
export const computing = { timeout: 90_000 };

/** Opens a lab on its own page, and waits until it answers to keys. */
export async function openLab(page: Page, locale: Locale, address: string): Promise<void> {
  await page.goto(`/${locale}/labs/${address}`);
  const button = page.locator("section.lab button").first();
  await expect(button).toBeVisible();
  await untilListening(button);
}

/** A button by its name; `within` a part of the page, where the name is not the only one. */
export function buttonOf(within: Page | Locator, name: string | RegExp): Locator {
  return within.getByRole("button", { name, exact: true });
}

/** Focuses something and presses a key on it. */
export async function pressKey(target: Locator, key: string): Promise<void> {
  await target.focus();
  await expect(target).toBeFocused();
  await target.page().keyboard.press(key);
}

/** Presses a button by Enter, once it can be pressed. */
export async function press(within: Page | Locator, name: string | RegExp): Promise<void> {
  const button = buttonOf(within, name);
  await expect(button).toBeEnabled(computing);
  await pressKey(button, "Enter");
}

/** Replaces what a field holds by typing. */
export async function type(field: Locator, text: string): Promise<void> {
  await pressKey(field, "ControlOrMeta+A");
  await field.page().keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** Chooses the option of a list at a position, from 0, by the arrow keys. */
export async function choose(list: Locator, position: number): Promise<void> {
  const now = await list.evaluate((element: HTMLSelectElement) => element.selectedIndex);
  const key = position < now ? "ArrowUp" : "ArrowDown";
  for (let step = 0; step < Math.abs(position - now); step += 1) await pressKey(list, key);
  await expect(list).toHaveJSProperty("selectedIndex", position);
}

const sliderState = (slider: Locator) =>
  slider.evaluate((element: HTMLInputElement) => {
    const [min, max, step] = [Number(element.min), Number(element.max), Number(element.step || 1)];
    return { min, max, step, now: element.valueAsNumber };
  });

/** Moves a slider to a value by its keys: to the nearer end if that is nearer than where it stands, then by steps. */
export async function slide(slider: Locator, value: number): Promise<void> {
  const { min, max, step, now } = await sliderState(slider);
  const end = value - min < max - value ? min : max;
  if (Math.abs(value - end) < Math.abs(value - now)) await pressKey(slider, end === min ? "Home" : "End");
  const left = Math.round((value - (await sliderState(slider)).now) / step);
  for (let times = 0; times < Math.abs(left); times += 1) await pressKey(slider, left > 0 ? "ArrowRight" : "ArrowLeft");
  expect(Math.abs((await sliderState(slider)).now - value), `the slider does not reach ${value}`).toBeLessThan(
    step / 2,
  );
}

/** Sets a list to an option's value, or a slider to a number, by its keys. */
export async function set(field: Locator, value: string): Promise<void> {
  const values = await field.evaluate((element: HTMLSelectElement | HTMLInputElement) =>
    element instanceof HTMLSelectElement ? [...element.options].map((option) => option.value) : null,
  );
  if (values === null) return slide(field, Number(value));
  expect(values).toContain(value);
  await choose(field, values.indexOf(value));
}

/** True once every mission is done. */
export async function areMissionsDone(page: Page): Promise<boolean> {
  return (await page.locator('.missions li:not([data-s="done"])').count()) === 0;
}

/** Waits until exactly these missions are done: "x" for a done one, "." for an open one. */
export async function expectMissions(page: Page, marks: string): Promise<void> {
  const shown = () =>
    page
      .locator(".missions li")
      .evaluateAll((lines) => lines.map((line) => (line.getAttribute("data-s") === "done" ? "x" : ".")).join(""));
  await expect.poll(shown, computing).toBe(marks);
}

/** Serious and critical findings of axe, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

/** A wide page in light and a narrow one in dark: nothing serious for axe, and nothing to scroll sideways. */
export async function expectSoundBothWays(page: Page): Promise<void> {
  for (const [scheme, width] of [["light", 1280] as const, ["dark", 375] as const]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    expect.soft(await seriousFindings(page), `${page.url()} ${scheme} ${width}`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(overflow, `${page.url()} scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
  }
}

/**
 * A lab's three missions by keyboard, then the page as it stands there.
 *
 * @param play - Does the three missions; it is called with none of them done.
 */
export function testLab(id: string, locale: Locale, play: (page: Page) => Promise<void>): void {
  test(`${id} (${locale}): three missions by keyboard`, async ({ page }) => {
    test.setTimeout(240_000);
    await openLab(page, locale, id);
    await expectMissions(page, "...");
    await play(page);
    await expectMissions(page, "xxx");
    await expectSoundBothWays(page);
  });
}
