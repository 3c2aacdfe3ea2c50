import { Trainer, type TrainerSetup } from "./trainer.ts";

/** From the page. Each is answered once, by `done` or `failed`; `stop` by nothing of its own. */
export type TrainerRequest =
  | { type: "create"; setup: TrainerSetup }
  /** Trains so many steps, or fewer if `stop` comes. `sample` is continued now and then. */
  | { type: "train"; text: string; steps: number; sample: string }
  | { type: "write"; prompt: string; count: number }
  | { type: "measure"; text: string }
  | { type: "stop" };

/** Training so far: steps made of this request, the mean loss of those since the last report, and a sample if one was drawn. */
export interface TrainerProgress {
  steps: number;
  loss: number;
  /** Of the first step of this request. */
  firstLoss: number | null;
  sample: string | null;
}

/** What came of a request, with the model's fingerprint after it. */
export interface TrainerAnswer {
  hash: string;
  parameters: number;
  /** Steps that were made. */
  steps: number;
  /** Of the first step. */
  firstLoss: number | null;
  /** What was measured. */
  loss: number | null;
  text: string;
}

export type TrainerResponse =
  ({ type: "progress" } & TrainerProgress) | ({ type: "done" } & TrainerAnswer) | { type: "failed"; message: string };

/** The worker's side of the channel. */
export interface TrainerPort {
  postMessage(message: TrainerResponse): void;
  onmessage: ((event: MessageEvent<TrainerRequest>) => void) | null;
}

/** Steps between two samples, characters of one, and milliseconds between two reports. */
const [stepsPerSample, sampleLength, reportMs] = [50, 40, 150];

/**
 * Trains and uses one micro-GPT for a page.
 *
 * @param pause - Awaited between reports, so that a stop can arrive.
 * @param now - Milliseconds.
 */
export function serveTrainer(port: TrainerPort, pause: () => Promise<void>, now: () => number): void {
  let trainer: Trainer | undefined;
  let isStopped = false;

  const train = async (it: Trainer, { text, steps, sample }: Extract<TrainerRequest, { type: "train" }>) => {
    let [firstLoss, made, losses, last] = [null as number | null, 0, [] as number[], now()];
    while (made < steps && !isStopped) {
      losses.push(it.step(text));
      firstLoss ??= losses[0] ?? null;
      made++;
      const isSampled = made % stepsPerSample === 0;
      if (!isSampled && made < steps && now() - last < reportMs) continue;
      const loss = losses.reduce((sum, one) => sum + one, 0) / losses.length;
      const drawn = isSampled ? it.write(sample, sampleLength) : null;
      port.postMessage({ type: "progress", steps: made, loss, firstLoss, sample: drawn });
      [losses, last] = [[], now()];
      await pause();
    }
    return { steps: made, firstLoss };
  };

  const answer = async (request: Exclude<TrainerRequest, { type: "stop" }>): Promise<void> => {
    if (request.type === "create") trainer = new Trainer(request.setup);
    if (trainer === undefined) throw new Error("there is no model yet");
    const made = request.type === "train" ? await train(trainer, request) : { steps: 0, firstLoss: null };
    const text = request.type === "write" ? trainer.write(request.prompt, request.count) : "";
    const loss = request.type === "measure" ? trainer.measure(request.text) : null;
    const { parameters } = trainer;
    port.postMessage({ type: "done", hash: await trainer.hash(), parameters, ...made, loss, text });
  };

  port.onmessage = ({ data: request }) => {
    if (request.type === "stop") {
      isStopped = true;
      return;
    }
    isStopped = false;
    answer(request).catch((error: unknown) => port.postMessage({ type: "failed", message: String(error) }));
  };
}
