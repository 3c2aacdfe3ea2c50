import { expectMissions, press, pressKey, slide, testLab, type } from "./lab-page.ts";

testLab("parameter-counter", "en", async (page) => {
  const lab = page.locator("section.lab");
  await press(lab, "2 is a parameter");
  await press(lab, "5 is a parameter");
  await expectMissions(page, "x..");
  await press(lab, "A GPT");
  const dials = lab.locator(".dial input");
  for (const [dial, value] of ["50257", "1024", "12", "768"].entries()) await type(dials.nth(dial), value);
  await expectMissions(page, "xx.");
  await press(lab, "13B");
  await type(dials.nth(3), "5120");
});

testLab("text-scales", "en", async (page) => {
  const lab = page.locator("section.lab");
  await type(lab.getByLabel("Capacity (bytes)"), "1000000");
  await press(lab, "Fill with Chinese");
  await expectMissions(page, "x..");
  await press(lab, "GBK");
  await press(lab, "Fill with Chinese");
  await expectMissions(page, "xx.");
  await type(lab.getByLabel("Size of the text"), "570");
  await press(lab, "GB");
  await type(lab.getByLabel("Tokens (billions)"), "400");
  await pressKey(lab.getByLabel("The size is a compressed one"), "Space");
});

testLab("nudge-w", "en", async (page) => {
  const lab = page.locator("section.lab");
  await press(lab, "0.001");
  await press(lab, "Nudge w");
  await expectMissions(page, "x..");
  await slide(lab.locator("input[type=range]").first(), 2.06);
  for (let taps = 0; taps < 4; taps += 1) await press(lab, "w + 0.001");
  await expectMissions(page, "xx.");
  await press(lab, "Back to w = 0, b = 0");
  await press(lab, "Nudge b");
  await press(lab, "Nudge both");
});

testLab("autoregressive-or-not", "en", async (page) => {
  const lab = page.locator("section.lab");
  await press(lab, "Draw 500");
  await expectMissions(page, "x..");
  await slide(lab.locator("input[type=range]").first(), 7);
  await press(lab, "Draw 100");
  await expectMissions(page, "xx.");
  await press(lab, "Greedy");
  await press(lab, "Write once");
  await press(lab, "One at a time");
  await press(lab, "Write once");
});

testLab("energy", "en", async (page) => {
  const lab = page.locator("section.lab");
  const pages = lab.locator("input[type=range]");
  await pressKey(pages, "Home");
  await press(lab, "Wh");
  await press(lab, "kJ");
  await expectMissions(page, "x..");
  await type(lab.locator("input[type=number]"), "1287");
  await pressKey(pages, "End");
  // A hundred steps a decade, down from 10⁹: 10^8.51 is 324 million pages.
  for (let step = 0; step < 49; step += 1) await pressKey(pages, "ArrowLeft");
  await expectMissions(page, "xx.");
  await pressKey(lab.locator("input[type=radio]").nth(2), "Space");
});

testLab("three-generations", "en", async (page) => {
  const lab = page.locator("section.lab");
  await pressKey(lab.locator("input[type=checkbox]").first(), "Space");
  for (const cell of ["GPT-1, training data", "GPT-2, use", "GPT-3, training data"]) {
    await press(lab, new RegExp(`^${cell}`));
  }
  await expectMissions(page, "x..");
  await slide(lab.locator("input[type=range]").nth(0), 8.07);
  await slide(lab.locator("input[type=range]").nth(1), 11.24);
  await expectMissions(page, "xx.");
  await press(lab, /^sort by context/);
  await press(lab, /^context \(tokens\)/);
});
