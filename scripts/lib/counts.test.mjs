import { expect, it } from "vitest";
import { countPlaywright, countVitest } from "./counts.mjs";

const assertion = { status: "failed" };

it.each([
  ["all passed", { numPassedTests: 5, numFailedTests: 0, testResults: [] }, 0, { passed: 5, failed: 0 }],
  [
    "a failed test",
    { numPassedTests: 4, numFailedTests: 1, testResults: [{ status: "failed", assertionResults: [assertion] }] },
    1,
    { passed: 4, failed: 1 },
  ],
  [
    "a file that does not load",
    { numPassedTests: 4, numFailedTests: 0, testResults: [{ status: "failed", assertionResults: [] }] },
    1,
    { passed: 4, failed: 1 },
  ],
  ["an error outside of tests", { numPassedTests: 5, numFailedTests: 0, testResults: [] }, 1, { passed: 5, failed: 1 }],
  ["no report at all", null, 0, { passed: 0, failed: 1 }],
])("counts Vitest's report: %s", (...row) => {
  const [, report, status, counts] = row;
  expect(countVitest(report, status)).toEqual(counts);
});

it.each([
  ["all passed", { stats: { expected: 3, unexpected: 0, flaky: 0 } }, 0, { passed: 3, failed: 0 }],
  ["one failed", { stats: { expected: 2, unexpected: 1, flaky: 0 } }, 1, { passed: 2, failed: 1 }],
  ["a server that did not start", { stats: { expected: 0, unexpected: 0, flaky: 0 } }, 1, { passed: 0, failed: 1 }],
  ["no report at all", null, 1, { passed: 0, failed: 1 }],
])("counts Playwright's report: %s", (...row) => {
  const [, report, status, counts] = row;
  expect(countPlaywright(report, status)).toEqual(counts);
});
