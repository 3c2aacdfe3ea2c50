/** A runner that fails without naming a test (a file that does not load, a crash, nothing found) counts as one failure. */
function withSilentFailure({ passed, failed }, status) {
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, testResults?: { status: string, assertionResults: unknown[] }[] } | null} report -
 *   Vitest's JSON report; null if none was written.
 * @param {number} status - Exit status of the runner.
 */
export function countVitest(report, status) {
  if (!report) return withSilentFailure({ passed: 0, failed: 0 }, status || 1);
  const unloaded = (report.testResults ?? []).filter(
    ({ status: state, assertionResults }) => state === "failed" && assertionResults.length === 0,
  );
  return withSilentFailure({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }, status);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number } } | null} report - Playwright's JSON report.
 * @param {number} status - Exit status of the runner.
 */
export function countPlaywright(report, status) {
  if (!report) return withSilentFailure({ passed: 0, failed: 0 }, status || 1);
  const { expected, unexpected, flaky } = report.stats;
  return withSilentFailure({ passed: expected + flaky, failed: unexpected }, status);
}
