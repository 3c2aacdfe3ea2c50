import type { PublicItem } from "@fewshot/quiz";
import {
  chosenOption,
  chosenOptions,
  chosenTruth,
  keptOrder,
  keptWords,
  placedChips,
  typedText,
  type ItemResponse,
} from "#shared/items/item-response";

/** What is saved when an answer was taken back, in the shape of its kind; null for kinds that cannot be. */
export function emptyResponse(kind: PublicItem["kind"]): ItemResponse | null {
  switch (kind) {
    case "multiple":
      return { choices: [] };
    case "numeric":
      return { text: "" };
    case "distribution":
      return { chips: {} };
    case "match":
      return { pairs: {} };
    case "order":
      return { order: [] };
    case "cloze":
      return { blanks: {} };
    case "single":
    case "true-false":
      return null;
  }
}

/** Would the scorer find nothing answered here? Spaces, no choice and no chips are no answer. */
export function isEmptyResponse(kind: PublicItem["kind"], response: unknown): boolean {
  switch (kind) {
    case "single":
      return chosenOption(response) === null;
    case "multiple":
      return chosenOptions(response).length === 0;
    case "true-false":
      return chosenTruth(response) === null;
    case "numeric":
      return typedText(response).trim() === "";
    case "distribution":
      return Object.values(placedChips(response)).every((count) => count === 0);
    case "match":
      return Object.keys(keptWords(response, "pairs")).length === 0;
    case "order":
      return keptOrder(response).length === 0;
    case "cloze":
      return Object.values(keptWords(response, "blanks")).every((answer) => answer.trim() === "");
  }
}
