/** The parts of one step that code, equations and figures share: prediction, loss, gradient, update. */
export type Lit = "pred" | "loss" | "grad" | "upd";

/**
 * The class of a mark that lights up while a reader points at one of its lines.
 *
 * @returns "lit" if `now` is among `parts`, else undefined.
 */
export function lit(now: Lit | null, ...parts: readonly Lit[]): "lit" | undefined {
  return now !== null && parts.includes(now) ? "lit" : undefined;
}
