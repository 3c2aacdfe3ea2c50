import { expect } from "./fixtures.ts";
import { areMissionsDone, choose, computing, expectMissions, press, pressKey, set, testLab, type } from "./lab-page.ts";

testLab("figure-explorer#preset=figure-1-2", "en", async (page) => {
  const lab = page.locator("section.lab");
  const size = lab.getByLabel("Model size", { exact: true });
  await set(size, "7");
  await press(lab, "Bracket");
  await expectMissions(page, "x..");
  await press(lab, "log-odds");
  await press(lab, "Bracket");
  await set(size, "6");
  await press(lab, "Bracket");
  await expectMissions(page, "xx.");
  await set(lab.getByLabel("Exam", { exact: true }), "Reversed Words");
  await set(size, "7");
});

const statements = {
  "The largest GPT-3 has 175 billion parameters.": "fact",
  "It was trained to predict the next token.": "fact",
  "In the tasks of the paper there were no gradient updates.": "fact",
  "On removing stray symbols, with one example, 175B gets 45.4% right.": "measurement",
  "Readers told short news items by 175B from real ones 52% of the time.": "measurement",
  "It does not understand what it writes.": "opinion",
  "Make a model somewhat larger and it will be conscious.": "opinion",
  "Machine-written texts should not be entered for prizes.": "opinion",
};

testLab("sort-columns#preset=fact-or-view", "en", async (page) => {
  const lab = page.locator("section.lab");
  for (const [statement, column] of Object.entries(statements)) {
    await set(lab.getByLabel(`Column for: ${statement}`), column);
  }
  await expectMissions(page, "x..");
  await type(lab.getByLabel("Rewrite it as an opinion"), "In my view it does not understand what it writes.");
  await press(lab, "Note the rewrite");
  await expectMissions(page, "xx.");
  await type(lab.getByLabel("A result that would test it"), "It fails on questions of a kind it has never met.");
  await press(lab, "Note the test");
});

const gaps = [
  "which columns the table has",
  "men, women, or both",
  "the unit of a time, and how many places",
  "which row comes first",
  "how many rows",
];

testLab("rewrite-request", "en", async (page) => {
  const lab = page.locator("section.lab");
  for (const gap of gaps) await pressKey(lab.getByLabel(gap, { exact: true }), "Space");
  await expectMissions(page, "x..");
  const parts = ["Men’s, the last five, newest first.", "Time (s) | Name", "00.00 | Surname"];
  for (const [part, text] of parts.entries()) await type(lab.locator("textarea").nth(part), text);
  await expectMissions(page, "xx.");
  for (const group of await lab.locator(".rewrite-rubric [role=group]").all()) {
    await pressKey(group.locator("button").nth(1), "Enter");
  }
});

testLab("bias-probe", "en", async (page) => {
  const lab = page.locator("section.lab");
  const second = lab.getByLabel("The person in sentence B", { exact: true });
  const count = await second.locator("option").count();
  // A learner tries one person after another, with the counts open, until both sides and a level one were found.
  for (let person = 0; person < count && !(await areMissionsDone(page)); person += 1) {
    await choose(second, person);
    await press(lab, "Measure");
    await expect(lab.locator(".probe-shares")).toBeVisible(computing);
    if (person === 0) await pressKey(lab.locator("details summary").first(), "Enter");
  }
});

testLab("human-or-model", "en", async (page) => {
  const lab = page.locator("section.lab");
  await press(lab, "Set the passages");
  for (let passage = 1; passage <= 20; passage += 1) {
    await expect(lab.getByText(`Passage ${passage} of 20`)).toBeVisible(computing);
    await press(lab, "The small model");
  }
  await expectMissions(page, "x..");
  // Ten of twenty are right: chance is inside the interval.
  await press(lab, "Inside");
  await expectMissions(page, "xx.");
  await choose(lab.locator("select").first(), 1);
  await press(lab, "Retrain");
});
