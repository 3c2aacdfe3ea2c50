import { parseItem, type Item } from "../item.ts";

/** The item, or a failed test that says what is wrong with it. */
export function itemFrom(raw: unknown): Item {
  const parsed = parseItem(raw);
  if (!parsed.ok) throw new Error(parsed.error.map(({ path, what }) => `${path}: ${what}`).join("\n"));
  return parsed.value;
}

/** What is wrong with an item, one line each. */
export function problemsOf(raw: unknown): string[] {
  const parsed = parseItem(raw);
  return parsed.ok ? [] : parsed.error.map(({ path, what }) => `${path}: ${what}`);
}
