/** How one field of a lab's state is written in the URL fragment. Both directions are total. */
export interface FragmentField<T> {
  /** @returns undefined for anything that is not a legal value: the lab then keeps its default. */
  parse(text: string): T | undefined;
  format(value: T): string;
}

/** A field per name; the name is the key in the fragment. */
export type FragmentFields<State> = { readonly [Key in keyof State]: FragmentField<State[Key]> };

/** A longer fragment was not written by a lab, so none of it is read. */
export const longestFragment = 2000;

/** A finite number in [min, max], rounded to `decimals` places. */
export function numberField(range: { min: number; max: number; decimals: number }): FragmentField<number> {
  return {
    parse(text) {
      const value = /^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : NaN;
      return value >= range.min && value <= range.max ? Number(value.toFixed(range.decimals)) : undefined;
    },
    format: (value) => String(Number(value.toFixed(range.decimals))),
  };
}

/** One of a closed list of words. */
export function choiceField<T extends string>(choices: readonly T[]): FragmentField<T> {
  return { parse: (text) => choices.find((choice) => choice === text), format: (value) => value };
}

/** Free text of at most `longest` UTF-16 units. Control characters other than line breaks make it illegal. */
export function textField(longest: number): FragmentField<string> {
  return {
    parse: (text) => (text.length <= longest && isPlainText(text) ? text : undefined),
    format: (value) => value.slice(0, longest).toWellFormed(),
  };
}

/**
 * Reads a fragment such as `#p=I+come+from&T=0.7`. Unknown names, illegal values and repeated names after the first
 * are ignored, so that a mangled link still opens the lab.
 *
 * @param hash - `location.hash`, with or without the `#`.
 */
export function decodeFragment<State extends object>(hash: string, fields: FragmentFields<State>): Partial<State> {
  const state: Partial<State> = {};
  if (hash.length > longestFragment) return state;
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  for (const key of Object.keys(fields) as (keyof State & string)[]) {
    const text = given.get(key);
    const value = text === null ? undefined : fields[key].parse(text);
    if (value !== undefined) state[key] = value;
  }
  return state;
}

/**
 * Writes the fields that differ from `defaults`, in the order of `fields`.
 *
 * @returns The fragment with its `#`, or "" if nothing differs.
 */
export function encodeFragment<State extends object>(
  state: State,
  fields: FragmentFields<State>,
  defaults: Partial<State> = {},
): string {
  const written = new URLSearchParams();
  for (const key of Object.keys(fields) as (keyof State & string)[]) {
    if (state[key] !== defaults[key]) written.set(key, fields[key].format(state[key]));
  }
  const text = written.toString();
  return text === "" ? "" : `#${text}`;
}

function isPlainText(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f\u007f]/u.test(text);
}
