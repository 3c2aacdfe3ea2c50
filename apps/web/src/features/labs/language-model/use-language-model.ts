"use client";
import { useSyncExternalStore } from "react";
import { LanguageModelStore, type ModelState } from "./model-store.ts";

/** The model that the labs of the page share. */
export const languageModel = new LanguageModelStore("/models/story-v3/manifest.json");

/** How far the shared model is. Asking does not load it: `languageModel.open()` does, when a learner asks for it. */
export function useLanguageModel(): ModelState {
  return useSyncExternalStore(languageModel.subscribe, languageModel.getSnapshot, notAsked);
}

const idle: ModelState = { status: "idle", keptBytes: 0 };
const notAsked = (): ModelState => idle;
