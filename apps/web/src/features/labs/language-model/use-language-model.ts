"use client";
import { useSyncExternalStore } from "react";
import { loadTokenizer } from "@fewshot/lm";
import type { Tokenizer } from "@fewshot/ml-core";
import { LanguageModelStore, type ModelState } from "./model-store.ts";

const manifestUrl = "/models/story-v3/manifest.json";

/** The model that the labs of the page share. */
export const languageModel = new LanguageModelStore(manifestUrl);

/** That model's tokenizer alone, for labs that need no weights. */
export function loadOurTokenizer(): Promise<Tokenizer> {
  return loadTokenizer({ manifestUrl });
}

/** How far the shared model is. Asking does not load it: `languageModel.open()` does, when a learner asks for it. */
export function useLanguageModel(): ModelState {
  return useSyncExternalStore(languageModel.subscribe, languageModel.getSnapshot, notAsked);
}

const idle: ModelState = { status: "idle", keptBytes: 0 };
const notAsked = (): ModelState => idle;
