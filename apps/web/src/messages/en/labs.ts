import { microGpt } from "./labs/micro-gpt.ts";
import { biasProbe } from "./labs/bias-probe.ts";
import { hallucination } from "./labs/hallucination.ts";
import { rag } from "./labs/rag.ts";
import { generations } from "./labs/generations.ts";
import { fingerprint } from "./labs/fingerprint.ts";
import { frozen } from "./labs/frozen.ts";
import { textScales } from "./labs/text-scales.ts";
import { parameterCounter } from "./labs/parameter-counter.ts";
import { autoregressive } from "./labs/autoregressive.ts";
import { fewShot } from "./labs/few-shot.ts";
import { figures } from "./labs/figures.ts";
import { glassModel } from "./labs/glass-model.ts";
import { gradient } from "./labs/gradient.ts";
import { nextToken } from "./labs/next-token.ts";
import { nextTokenGame } from "./labs/next-token-game.ts";
import { nudge } from "./labs/nudge.ts";
import { sortColumns } from "./labs/sort-columns.ts";
import { energy } from "./labs/energy.ts";
import { tokenizer } from "./labs/tokenizer.ts";
import { promptSurgery } from "./labs/prompt-surgery.ts";
import { trainingPairs } from "./labs/training-pairs.ts";
import { rewriteRequest } from "./labs/rewrite-request.ts";
import { humanOrModel } from "./labs/human-or-model.ts";

export const labs = {
  titles: {
    "parameter-counter": "Counting parameters",
    "text-scales": "Measures of text",
    "gradient-descent": "Gradient descent",
    "nudge-w": "Nudge w",
    "frozen-or-not": "Frozen or not",
    "micro-gpt": "Train a small GPT",
    "next-token": "The next token",
    "next-token-game": "The next-token game",
    "training-pairs": "Training pairs",
    "autoregressive-or-not": "All at once, or one at a time",
    tokenizer: "Tokenizer",
    "few-shot": "How many examples",
    "figure-explorer": "Figures 1.2 and 1.3, slowly",
    "sort-columns": "Sort the statements",
    "prompt-surgery": "Prompt surgery",
    "rewrite-request": "Rewrite the request",
    "glass-model": "Glass model",
    energy: "The energy of a page",
    "bias-probe": "A mirror of its data",
    hallucination: "Fluent and wrong",
    "human-or-model": "Who wrote this?",
    rag: "Look it up first",
    "three-generations": "Three generations",
  },
  ledes: {
    "parameter-counter": "From y = 2x + 5 to GPT-3, how are parameters counted?",
    "text-scales": "A million bytes: how much text is that?",
    "gradient-descent": "Feeling only the slope underfoot, can you reach the bottom?",
    "nudge-w": "Move one parameter by a thousandth. How much does the loss change?",
    "frozen-or-not": "While a model writes, does truly not one of its weights move?",
    "micro-gpt": "In training the fingerprint changes at every step. Once it stops, does writing change it?",
    "next-token": "Ask the same thing twice. Why do you get two answers?",
    "next-token-game": "A hundred chips on the next word. How much better are you than someone who only counts words?",
    "training-pairs": "How many exercises are in a sentence, and what hides the answers?",
    "autoregressive-or-not": "Two writers, half a name each, neither looking. What comes out?",
    tokenizer: "The same words, another vocabulary: how many pieces?",
    "few-shot": "No weight changes; only the prompt grows. How far does that get you?",
    "figure-explorer": "The same numbers on another axis: does the conclusion survive?",
    "sort-columns": "Eight statements: which can be looked up, which were counted, which are argued over?",
    "prompt-surgery": "Change one thing at a time: which one helps?",
    "rewrite-request": "A vague request: how many gaps does it leave?",
    "glass-model": "Open a model and see where each position takes from. What does that tell?",
    energy: "How many pages take as much electricity as training did?",
    "bias-probe": "Change one word of a sentence. Which way does the model lean?",
    hallucination: "How can it answer about what it never read?",
    "human-or-model": "Twenty passages: can you tell which the model wrote?",
    rag: "Put the answer before its eyes. Will it answer right?",
    "three-generations": "A table that goes round: which of its cells are in no paper?",
  },
  frame: {
    lab: "Lab",
    predict: "Predict",
    experiment: "Experiment",
    missions: "Missions",
    seen: "What was seen",
    reset: "Reset",
    link: "Link",
    linkCopied: "Copied",
    linkManual: "The browser did not let us write to the clipboard; copy it yourself:",
    fullScreen: "Full screen",
    leaveFullScreen: "Leave full screen",
    table: "View as a table",
    missionDone: "done",
    missionOpen: "not done yet",
    off: "off",
  },
  model: {
    endToken: "end marker",
    task: {
      badge: "story model, computed here, now",
      failed: "The computation broke off",
      kept: "What you wrote and chose is still here; compute it once more.",
      again: "Compute again",
    },
    name: "Story model",
    card: "One cell is 1 MiB, checked by SHA-256. You can make your prediction while it loads.",
    bytes: "{loaded} / {total} MiB",
    fromCache: "from cache {size} MiB",
    fromNetwork: "network {size} MiB",
    refused: "bad hash, fetching again",
    stop: "Stop",
    phase: {
      manifest: "reading the model’s manifest",
      weights: "fetching the weights",
      runtime: "starting the runtime",
      "warm-up": "one trial computation",
    },
    progress: "Model loading",
    phaseBytes: "{phase}, {bytes}",
    askTitle: "Load the model now?",
    ask: "Your browser is set to save data. Loading fetches up to {size} MiB, once; after that the model stays on this device.",
    askLoad: "Load {size} MiB",
    stoppedTitle: "Stopped",
    stopped: "The {size} MiB that arrived stay on this device; press again and loading goes on from there.",
    retry: "Try again",
    resume: "Go on loading",
    error: {
      network: {
        title: "The model did not arrive whole",
        body: "The network broke off, or the server did not answer. What arrived stays on this device, and trying again goes on from there. Your bet and settings are still here.",
      },
      corrupt: {
        title: "A file is not what the manifest promised",
        body: "The same piece was fetched twice and its hash was wrong both times, so it was not used. The other pieces are kept. Try again in a while.",
      },
      unsupported: {
        title: "This browser cannot run the model",
        body: "It lacks WebAssembly SIMD, or the page is not on a secure connection. Your bet and settings are still here. Use a newer browser, or go to the lab that needs no model.",
      },
      "out-of-memory": {
        title: "This device has too little memory for the model",
        body: "Close a few other tabs and try again. What was downloaded is kept, and so are your bet and settings.",
      },
      worker: {
        title: "The model has stopped",
        body: "The computation broke off. The text so far is still here; loading again reads from this device and downloads nothing.",
      },
      aborted: { title: "Stopped", body: "What arrived stays on this device, and trying again goes on from there." },
    },
    toStated: "Go to the lab without a model",
  },
  fingerprint,
  frozen,
  microGpt,
  nextToken,
  nextTokenGame,
  fewShot,
  figures,
  glassModel,
  gradient,
  nudge,
  parameterCounter,
  sortColumns,
  autoregressive,
  textScales,
  energy,
  tokenizer,
  generations,
  promptSurgery,
  trainingPairs,
  rewriteRequest,
  biasProbe,
  hallucination,
  rag,
  humanOrModel,
} as const;
