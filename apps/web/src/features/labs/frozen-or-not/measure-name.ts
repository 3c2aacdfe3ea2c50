import { softmax, type LanguageModel } from "@fewshot/ml-core";
import type { Measured, Page } from "./fact.ts";

/** The words of the lab as ids of a model's tokens. */
export interface PageIds {
  fact: readonly number[];
  /** All pieces of other text that stand on the page. */
  filler: readonly number[];
  /** The beginning that is continued. */
  beginning: readonly number[];
  name: readonly number[];
}

/** A page as a row of ids. */
export interface LaidOut {
  whole: readonly number[];
  /** How many of the oldest lie outside the window. */
  cut: number;
  /** Tokens that the window has room for beside the name. */
  room: number;
  /** True if a token of the fact is in the window. */
  factInWindow: boolean;
}

/** @param sizes - Of the model: a text begins with its end token, and the window has room for the name as well. */
export function layOut(
  sizes: Pick<LanguageModel, "contextLength" | "endOfTextId">,
  { hasFact }: Pick<Page, "hasFact">,
  { fact, filler, beginning, name }: PageIds,
): LaidOut {
  const told = hasFact ? fact : [];
  const whole = [sizes.endOfTextId, ...told, ...filler, ...beginning];
  const room = sizes.contextLength - name.length + 1;
  const cut = Math.max(0, whole.length - room);
  return { whole, cut, room, factInWindow: hasFact && cut < 1 + told.length };
}

/**
 * The probability of a whole name as the continuation of a page: the product over its tokens. Of a page that is longer
 * than the model's window, with the name, the oldest tokens are left out.
 */
export async function measureName(model: LanguageModel, page: Page, ids: PageIds): Promise<Omit<Measured, "cleared">> {
  const { whole, cut, factInWindow } = layOut(model, page, ids);
  const probability = await probabilityOf(model, whole.slice(cut), ids.name);
  const bare = layOut(model, { hasFact: false }, ids);
  const isCompared = page.hasFact && ids.filler.length > 0;
  return {
    ...page,
    probability,
    withoutFact: isCompared ? await probabilityOf(model, bare.whole.slice(bare.cut), ids.name) : null,
    tokens: whole.length,
    cut,
    factInWindow,
  };
}

async function probabilityOf(model: LanguageModel, ids: readonly number[], name: readonly number[]): Promise<number> {
  let sequence = await model.prefill(ids);
  let probability = 1;
  for (const [place, id] of name.entries()) {
    probability *= softmax(sequence.logits)[id] ?? 0;
    if (place === name.length - 1) break;
    const next = await sequence.append(id);
    sequence.dispose();
    sequence = next;
  }
  sequence.dispose();
  return probability;
}
