/** The size of a nudge as it is written: 0.1, 0.01, 0.001, 10⁻⁶. */
export function sizeText(size: number): string {
  return size < 0.001 ? "10⁻⁶" : String(size);
}
