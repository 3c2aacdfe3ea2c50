/** A table with a blank line behind it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

export const heading = (level: number, text: string): string[] => [`${"#".repeat(level)} ${text}`, ""];

export const decimals = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toFixed(digits) : "–";
export const times = (ratio: number): string => `${decimals(ratio, ratio < 10 ? 2 : 0)}×`;

/** Megabytes of a million bytes. */
export function megabytes(bytes: number): string {
  return `${decimals(bytes / 1e6, bytes < 1e8 ? 1 : 0)} MB`;
}
