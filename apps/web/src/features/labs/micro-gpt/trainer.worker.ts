import { serveTrainer, type TrainerPort } from "./serve-trainer.ts";

// A timer lets the messages that wait in.
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

// In a worker the global object is the port to the page; the DOM library types it as a window.
serveTrainer(globalThis as unknown as TrainerPort, pause, () => performance.now());
