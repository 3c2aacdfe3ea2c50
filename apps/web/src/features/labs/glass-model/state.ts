import type { LabState } from "@fewshot/quiz";
import { decodeFragment, encodeFragment, numberField, textField, type FragmentFields } from "../fragment.ts";
import { headIds, largestAhead, oneBackShare, sharesOf, type HeadId, type Inside } from "./inside.ts";

/** The longest text that can be written, in UTF-16 units. */
export const longestText = 120;

/** What the picture may or may not tell: two of them it cannot. */
export const limits = ["where", "right", "made", "why"] as const;
export type LimitId = (typeof limits)[number];
export const cannotTell: readonly LimitId[] = ["made", "why"];

export interface GlassState {
  text: string;
  /** null before a head is chosen; the first one is then on show. */
  head: HeadId | null;
  /** The position looked at through the lens; null for the last. */
  position: number | null;
  /** True once the cells right of the diagonal were checked for the text on show. */
  isChecked: boolean;
  limit: LimitId | null;
  bet: number | null;
}

export const startTexts = { zh: "我来自地球", en: "I come from Earth." } as const;

export function startState(locale: keyof typeof startTexts): GlassState {
  return { text: startTexts[locale], head: null, position: null, isChecked: false, limit: null, bet: null };
}

/** Another text: what was seen of the old one no longer holds, the chosen head stays. */
export function withText(state: GlassState, text: string): GlassState {
  return text === state.text ? state : { ...state, text, position: null, isChecked: false };
}

export const missionEnds = [
  { id: "one-back", end: "selected(head) && oneBackShare == oneBackShare(most)" },
  { id: "nothing-ahead", end: "seen(check=above-diagonal, largest=0)" },
  { id: "what-it-cannot-tell", end: "limitNamed == true" },
] as const;

/** The state that missions are checked against. What needs a text that was read is absent before. */
export function publishState(state: GlassState, inside: Inside | null): LabState {
  const shareOf = (head: HeadId) => (inside === null ? null : oneBackShare(sharesOf(inside, head)));
  const share = state.head === null ? null : shareOf(state.head);
  const most = inside === null ? 0 : Math.max(...headIds(inside).map((head) => shareOf(head) ?? 0));
  const isChecked = inside !== null && state.isChecked;
  return {
    values: {
      computed: inside !== null,
      "selected(head)": state.head !== null,
      limitNamed: state.limit !== null && cannotTell.includes(state.limit),
      ...(share === null ? {} : { oneBackShare: share, "oneBackShare(most)": most }),
    },
    seen: isChecked ? [{ check: "above-diagonal", largest: largestAhead(inside).largest }] : [],
  };
}

interface LinkState {
  t: string;
  /** Layer and head from 1 on; 0 for none chosen. */
  layer: number;
  head: number;
}

const largest = 99;
const fields: FragmentFields<LinkState> = {
  t: textField(longestText),
  layer: numberField({ min: 1, max: largest, decimals: 0 }),
  head: numberField({ min: 1, max: largest, decimals: 0 }),
};

/** What a link brings; garbage is ignored. */
export function readLink(hash: string): Partial<Pick<GlassState, "text" | "head">> {
  const { t, layer, head } = decodeFragment(hash, fields);
  return {
    ...(t === undefined || t === "" ? {} : { text: t }),
    ...(layer === undefined || head === undefined ? {} : { head: { layer: layer - 1, head: head - 1 } }),
  };
}

/** Empty for a lab as it starts. */
export function writeLink({ text, head }: GlassState, start: GlassState): string {
  const chosen = { t: text, layer: (head?.layer ?? -1) + 1, head: (head?.head ?? -1) + 1 };
  return encodeFragment(chosen, fields, { t: start.text, layer: 0, head: 0 });
}
