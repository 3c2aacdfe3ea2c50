import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { areMissionsDone, computing, expectMissions, press, pressKey, slide, testLab, type } from "./lab-page.ts";

const slider = (lab: Locator, name: string) => lab.getByRole("slider", { name, exact: true });
const labOf = (page: Page) => page.locator("section.lab");

testLab("gradient-descent#preset=contour", "en", async (page) => {
  const lab = labOf(page);
  await slide(slider(lab, "Learning rate"), 0.08);
  await expectMissions(page, "x..");
  await slide(slider(lab, "Learning rate"), 0.084);
  await press(lab, "All 100 steps");
  await expect(lab.locator(".drive output").first()).toHaveText("99", computing);
  await slide(slider(lab, "Learning rate"), 0.085);
  await expectMissions(page, "xx.");
  await slide(slider(lab, "Learning rate"), 0.01);
  await slide(slider(lab, "Update (epoch)"), 17);
});

testLab("gradient-descent#preset=by-hand", "en", async (page) => {
  const lab = labOf(page);
  await slide(slider(lab, "Slope w"), 2);
  await slide(slider(lab, "Intercept b"), 0.2);
  await expectMissions(page, "xx.");
  await press(lab, "Least squares");
});

testLab("gradient-descent#preset=worked-faded-free", "en", async (page) => {
  const fill = (label: string, value: string) => type(labOf(page).getByLabel(label, { exact: true }), value);
  await fill("w after update 0", "0.454");
  await expectMissions(page, "x..");
  await fill("w after update 1", "0.801");
  await fill("b after update 1", "0.2194");
  await expectMissions(page, "xx.");
  await fill("w after update 2", "1.0657");
  await fill("b after update 2", "0.2916");
});

/** Has the model read the prompt, and waits for the table. */
async function compute(lab: Locator): Promise<void> {
  await press(lab, "Compute");
  await expect(lab.locator(".plist")).toBeVisible(computing);
}

testLab("next-token#preset=free", "en", async (page) => {
  const lab = labOf(page);
  await compute(lab);
  await slide(slider(lab, "top_k"), 1);
  await expectMissions(page, "x..");
  await slide(slider(lab, "top_k"), 0);
  await slide(slider(lab, "Temperature T"), 3);
  await expectMissions(page, "xx.");
  await slide(slider(lab, "Temperature T"), 1);
  await press(lab, "Keep drawing");
});

testLab("next-token#preset=wo-lai-zi", "zh", async (page) => {
  const lab = labOf(page);
  await press(lab, "计算");
  await expect(lab.locator(".plist")).toBeVisible(computing);
  await press(lab, "连着抽");
  await expectMissions(page, "x..");
  // A learner takes one seed after another until two begin differently.
  for (let seed = 0; seed < 30 && (await isOpen(page, 1)); seed += 1) {
    await press(lab, "换个种子");
    await press(lab, "单步");
    await expect(lab.locator(".walk-token")).toHaveCount(1);
  }
  await expectMissions(page, "xx.");
  await press(lab, "换个种子");
  await press(lab, /^1,?000$/);
});

const isOpen = async (page: Page, mission: number) =>
  (await page.locator(".missions li").nth(mission).getAttribute("data-s")) !== "done";

testLab("next-token#preset=eight-candidates", "en", async (page) => {
  const lab = labOf(page);
  await slide(slider(lab, "Temperature T"), 0.1);
  await expectMissions(page, "x..");
  await slide(slider(lab, "Temperature T"), 1);
  await slide(slider(lab, "top_p"), 0.65);
  await expectMissions(page, "xx.");
  await slide(slider(lab, "Temperature T"), 2);
  await slide(slider(lab, "top_p"), 0.8);
  await press(lab, "heat last");
});

testLab("next-token#preset=real-vocabulary", "en", async (page) => {
  const lab = labOf(page);
  const read = async (prompt: string) => {
    await type(lab.getByRole("textbox", { name: /^Prompt/ }), prompt);
    await page.keyboard.press("Enter");
    await expect(lab.locator(".plist")).toBeVisible(computing);
  };
  await read("Once upon");
  await slide(slider(lab, "top_p"), 0.9);
  await read("The");
  await expectMissions(page, "x..");
  await slide(slider(lab, "top_p"), 1);
  await slide(slider(lab, "Temperature T"), 0.1);
  await expectMissions(page, "xx.");
  for (let walk = 1; walk <= 2; walk += 1) {
    for (let token = 1; token <= 20; token += 1) {
      await press(lab, "Step");
      await expect(lab.locator(".walk-token")).toHaveCount(token, computing);
    }
    if (!(await areMissionsDone(page))) await press(lab, "Back to the prompt");
  }
});

testLab("next-token-game", "en", async (page) => {
  const lab = labOf(page);
  const came: string[] = [];
  const next = () => press(lab, "Next round");
  // A first game to see what comes: everything on the first word, which is wrong sooner or later.
  for (let round = 0; round < 10; round += 1) {
    await pressKey(lab.locator(".game-options button").first(), "Enter");
    await press(lab, "Show what came");
    came.push(await lab.locator(".game-sentence .tok").innerText());
    if (round < 9) await next();
  }
  await expectMissions(page, "x.x");
  // The same sentences again, in the order that the lab starts with.
  await press(lab, "Reset");
  for (const [round, word] of came.entries()) {
    await slide(slider(lab, word), 100);
    await press(lab, "Show what came");
    if (round < 9) await next();
  }
});

testLab("hallucination", "en", async (page) => {
  const lab = labOf(page);
  const names = lab.locator(".ask-names button");
  const answers = lab.locator(".ask-answers li");
  for (let name = 0; name < (await names.count()); name += 1) {
    await pressKey(names.nth(name), "Enter");
    await press(lab, "Ask");
    await expect(answers).toHaveCount(name + 1, computing);
  }
  await press(lab, "entropy (bits)");
  await press(lab, "top probability");
  await expectMissions(page, "xx.");
  for (const answer of await answers.all()) {
    await press(answer, "right");
    if ((await answer.innerText()).includes("Look again")) await press(answer, "wrong");
  }
});
