import { expect } from "./fixtures.ts";
import { choose, computing, expectMissions, press, pressKey, slide, testLab, type } from "./lab-page.ts";

testLab("frozen-or-not#preset=simple-ai", "en", async (page) => {
  const lab = page.locator("section.lab");
  for (const x of [3, 5]) {
    await slide(lab.locator("input[type=range]").first(), x);
    await press(lab, `predict(${x})`);
  }
  await expectMissions(page, "x..");
  for (const button of ["predict × 1000", "show", "train"]) await press(lab, button);
});

testLab("micro-gpt#preset=from-scratch", "en", async (page) => {
  const lab = page.locator("section.lab");
  await press(lab, "Train");
  await expectMissions(page, "x..");
  await press(lab, "Stop");
  await press(lab, "Freeze");
  await press(lab, "Write 100 characters");
  await expectMissions(page, "xx.");
  await press(lab, "Resume one step");
});

testLab("training-pairs", "en", async (page) => {
  const lab = page.locator("section.lab");
  await type(lab.locator("input.field[type=text]"), "我来自中国很高兴");
  await expectMissions(page, "x..");
  await pressKey(lab.locator('[data-cell="3-4"]'), "Enter");
  await expectMissions(page, "xx.");
  await press(lab, "off");
  await press(lab, "Let the model fill in");
  const inputs = lab.locator(".pair-input");
  await expect(lab.locator(".pair-filled").first()).toBeVisible(computing);
  // The first input that the model's own words change is looked for from the left.
  for (let input = 0; input < 8; input += 1) {
    if ((await page.locator('.missions li[data-s="done"]').count()) < 3) await pressKey(inputs.nth(input), "Enter");
  }
});

testLab("tokenizer", "en", async (page) => {
  const texts = page.locator("section.lab input.field[type=text]");
  await type(texts.nth(0), "自");
  await expectMissions(page, "x..");
  await type(texts.nth(1), "Hello");
  await type(texts.nth(1), " Hello");
  await expectMissions(page, "xx.");
  await type(texts.nth(0), "自自");
  await type(texts.nth(1), "I come from Earth.");
});

testLab("glass-model", "en", async (page) => {
  const lab = page.locator("section.lab");
  await press(lab, "Read it");
  const heads = lab.locator(".head-button");
  await expect(heads.first()).toBeVisible(computing);
  const shares = await heads.evaluateAll((buttons) =>
    buttons.map((button) => Number(/(\d+)% on the token before/.exec(button.getAttribute("aria-label") ?? "")?.[1])),
  );
  await pressKey(heads.nth(shares.indexOf(Math.max(...shares))), "Enter");
  await expectMissions(page, "x..");
  await press(lab, "Check every cell right of the diagonal");
  await expectMissions(page, "xx.");
  await press(lab, "Why the model answered as it did");
});

testLab("rag", "en", async (page) => {
  const lab = page.locator("section.lab");
  await press(lab, "Search");
  await press(lab, "Measure");
  await expectMissions(page, "x..");
  await press(lab, /^in other words/i);
  await press(lab, "Search");
  const passage = page.locator("button", { hasText: /^The size of the board is the context window/ });
  await pressKey(lab.locator("details", { has: passage }).locator("summary"), "Enter");
  await press(lab, /^The size of the board is the context window/);
  await expectMissions(page, "xx.");
  await choose(lab.locator("select").first(), 6);
  await press(lab, "Search");
  await press(lab, "Measure");
  await press(lab, /^none/i);
});

testLab("few-shot#preset=symbol-insertion", "en", async (page) => {
  const lab = page.locator("section.lab");
  const sizes = lab.getByLabel("Model", { exact: true });
  await press(lab, "Measure");
  await expect(lab.locator(".seen")).toContainText("of 100 right", computing);
  await slide(lab.locator("input[type=range]").first(), 8);
  await press(lab, "Measure");
  await expectMissions(page, "x..");
  await choose(sizes, 0);
  await press(lab, "Measure");
  await expectMissions(page, "xx.");
  await choose(sizes, 4);
  await press(lab, "shuffled");
  await press(lab, "Measure");
});

testLab("prompt-surgery", "en", async (page) => {
  const lab = page.locator("section.lab");
  const part = (name: string) => lab.getByRole("group", { name, exact: true });
  const measure = async () => {
    await press(lab, "Measure 50");
    await expect(lab.getByRole("button", { name: "Measure 50", exact: true })).toBeEnabled(computing);
  };
  await measure();
  await press(part("Description"), "on");
  await measure();
  await expectMissions(page, "x..");
  await press(part("Description"), "off");
  await press(part("Example"), "on");
  await measure();
  await expectMissions(page, "xx.");
  await press(part("Example"), "off");
  await choose(lab.locator("select").first(), 1);
  await measure();
});
