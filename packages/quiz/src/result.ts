/** One thing that is wrong with an input, and where: `path` is dotted, "" for the whole. */
export type Problem = { path: string; what: string };

/** What a total parser returns: the value, or every problem found. It never throws. */
export type Result<Value, Error = Problem[]> = { ok: true; value: Value } | { ok: false; error: Error };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const err = <Error>(error: Error): { ok: false; error: Error } => ({ ok: false, error });
