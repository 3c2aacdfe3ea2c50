"use client";
import { useReducer, useState, type Dispatch } from "react";
import type { LoadedModel } from "@fewshot/lm";
import type { Locale } from "@fewshot/quiz";
import { languageModel } from "../language-model/use-language-model.ts";
import { factStart, reduceFact, type FactAction, type FactState } from "./fact.ts";
import { measureName, type PageIds } from "./measure-name.ts";
import { fillerText, words } from "./words.ts";

export interface FactView {
  state: FactState;
  isMeasuring: boolean;
  dispatch: Dispatch<FactAction>;
  measure: () => Promise<void>;
}

/** A page to write on, and the probability of a name behind it. */
export function useFact(locale: Locale): FactView {
  const [state, dispatch] = useReducer(reduceFact, factStart(words[locale].names[0] ?? ""));
  const [isMeasuring, setMeasuring] = useState(false);
  const measure = async () => {
    const model = await languageModel.open();
    if (model === null) return;
    setMeasuring(true);
    try {
      const measured = await measureName(model, state, idsOf(model, locale, state));
      const { hasFact, fillers, cleared } = state;
      dispatch({ type: "measured", measured: { ...measured, hasFact, fillers, cleared } });
    } catch (error) {
      if (!languageModel.fail(error, model)) throw error;
    } finally {
      setMeasuring(false);
    }
  };
  return { state, isMeasuring, dispatch, measure };
}

/** The page's words as the model reads them. */
export function idsOf(
  { tokenizer }: Pick<LoadedModel, "tokenizer">,
  locale: Locale,
  { name, fillers }: Pick<FactState, "name" | "fillers">,
): PageIds {
  const { fact, beginning, asContinued } = words[locale];
  return {
    fact: tokenizer.encode(`${fact(name)}\n`),
    filler: tokenizer.encode(fillerText(locale, fillers)),
    beginning: tokenizer.encode(beginning),
    name: tokenizer.encode(asContinued(name)),
  };
}
