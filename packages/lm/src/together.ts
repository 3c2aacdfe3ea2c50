import { abortedError } from "./lm-error.ts";

type Promises<T extends readonly unknown[]> = { [K in keyof T]: Promise<T[K]> };

/**
 * Runs work side by side. The first failure stops the rest through the signal that the work was given, so that nothing
 * goes on downloading for a load that has failed.
 *
 * @param signal - The caller's; when it is aborted, that is the error, whatever the work says.
 * @param start - Begins the work; called once.
 * @throws LmError `aborted`, or the first failure as it is.
 */
export async function runTogether<T extends readonly unknown[]>(
  signal: AbortSignal | undefined,
  start: (inner: AbortSignal) => readonly [...Promises<T>],
): Promise<T> {
  const stop = new AbortController();
  const inner = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  try {
    return (await Promise.all(start(inner))) as unknown as T;
  } catch (error) {
    stop.abort();
    throw signal?.aborted ? abortedError(signal.reason) : error;
  }
}
