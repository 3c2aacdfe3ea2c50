import { gradient } from "./labs/gradient.ts";
import { nextToken } from "./labs/next-token.ts";

export const labs = {
  titles: { "next-token": "The next token", "gradient-descent": "Gradient descent" },
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
  nextToken,
  gradient,
} as const;
