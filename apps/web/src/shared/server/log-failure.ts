import "server-only";

/** Writes one line of JSON to standard error. Never what a person wrote, only where it failed and how. */
export function logFailure(where: string, error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(
    `${JSON.stringify({ level: "error", at: new Date().toISOString(), where, name, message, stack })}\n`,
  );
}
