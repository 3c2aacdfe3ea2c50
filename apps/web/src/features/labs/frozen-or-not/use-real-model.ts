"use client";
import { useState } from "react";
import { mulberry32 } from "@fewshot/ml-core";
import type { LoadedModel } from "@fewshot/lm";
import type { Locale } from "@fewshot/quiz";
import { languageModel } from "../language-model/use-language-model.ts";
import { realStart, type RealState } from "./real-model.ts";
import { createSmallModel, type Change, type SmallModel } from "./small-model.ts";
import { words } from "./words.ts";
import { writeTokens } from "./write-tokens.ts";

/** Tokens written at a press. */
export const tokensPerPress = 100;

/** A frame of text for so many tokens: painting each would take longer than computing it. */
const tokensPerPaint = 4;

export interface RealModelView {
  state: RealState;
  small: SmallModel;
  /** What is under way. */
  activity: "idle" | Work;
  /** True once this device's engine could not show where its weights lie. */
  isHidden: boolean;
  patch: (patch: Partial<RealState>) => void;
  takeFingerprint: () => Promise<void>;
  write: () => Promise<void>;
  change: (act: (small: SmallModel) => Change) => void;
  restart: (patch: Partial<RealState>) => void;
}

/** The story model to be audited, and a small one beside it to be changed. */
export function useRealModel(locale: Locale): RealModelView {
  const start = realStart(words[locale].prompt);
  const [state, setState] = useState<RealState>(start);
  const [small, setSmall] = useState(() => createSmallModel(locale));
  const [isHidden, setHidden] = useState(false);
  const { activity, withModel } = useModelWork();
  return {
    state,
    small,
    activity,
    isHidden,
    patch: (change) => setState((before) => ({ ...before, ...change })),
    takeFingerprint: () =>
      withModel("hashing", async (model) => {
        const hash = await model.hashWeights();
        setHidden(hash === null);
        if (hash === null) return;
        setState((before) => ({ ...before, taken: [...before.taken, { ...hash, tokens: before.tokens }] }));
      }),
    write: () => withModel("writing", (model) => writeSome(model, state, setState)),
    change: (act) => {
      const change = act(small);
      setState((before) => ({ ...before, changes: [...before.changes, change] }));
    },
    restart: (changed) => {
      setSmall(createSmallModel(locale));
      setState({ ...start, ...changed });
    },
  };
}

type Work = "hashing" | "writing";

/** Does one thing at a time with the page's language model, and reports what goes wrong to its store. */
function useModelWork() {
  const [activity, setActivity] = useState<"idle" | Work>("idle");
  const withModel = async (doing: Work, work: (model: LoadedModel) => Promise<void>) => {
    const model = await languageModel.open();
    if (model === null) return;
    setActivity(doing);
    try {
      await work(model);
    } catch (error) {
      if (!languageModel.fail(error, model)) throw error;
    } finally {
      setActivity("idle");
    }
  };
  return { activity, withModel };
}

/** Writes a press's worth of tokens, each press from numbers of its own. */
async function writeSome(
  model: LoadedModel,
  { prompt, temperature, seed, tokens }: RealState,
  setState: (change: (before: RealState) => RealState) => void,
): Promise<void> {
  const { tokenizer, endOfTextId } = model;
  await writeTokens(model, {
    promptIds: [endOfTextId, ...tokenizer.encode(prompt)],
    count: tokensPerPress,
    temperature,
    random: mulberry32(seed + tokens),
    onToken: (ids, written) => {
      if (written % tokensPerPaint !== 0 && written !== tokensPerPress) return;
      const text = tokenizer.decode(ids.filter((id) => id !== endOfTextId));
      setState((before) => ({ ...before, text, tokens: tokens + written }));
    },
  });
}
