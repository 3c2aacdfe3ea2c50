import type { Backend } from "../backend.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import { toLmError } from "../lm-error.ts";
import type { BackendRequest, OpenedBackend, Runtime } from "../load-engine.ts";
import { openSession, runtimeVersion, usePublicInterface } from "../onnx-session.ts";
import { createPublicBackend } from "../public-backend.ts";
import type { ThreadCandidate } from "./choose-threads.ts";
import { PATIENCE_MS, createMeasure, fasterOf } from "./choose-threads.ts";
import { openHeapBackend } from "./heap-backend.ts";
import type { OrtModule, RuntimeAddresses } from "./ort-module.ts";
import { ONNXRUNTIME_VERSION, chooseModule, createModule, dropModule } from "./ort-module.ts";
import { TOLERANCE, assertAgreesWithItself, compareBackends } from "./self-test.ts";
import { smallModel } from "./synthetic-model.ts";

export interface RuntimeOptions extends RuntimeAddresses {
  /** So many, unmeasured. */
  threads?: number | undefined;
  /** The most threads to try; 1 tries none. */
  maxThreads: number;
  now(): number;
}

/**
 * Fetches and compiles the runtime, so that it happens while the weights are still arriving, and so that a browser
 * that cannot run it says so before the download.
 *
 * @throws LmError `unsupported`, `network` or `out-of-memory`.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const threads = options.threads ?? 1;
  const module = await createModule(options, threads).catch((error: unknown) => {
    throw toLmError(error, "unsupported");
  });
  let choice: Promise<Choice> | undefined;
  return {
    // How many threads, and whether the inner calls can be trusted, is found out once.
    open: async (request) => open(await (choice ??= choose({ threads, module }, request.config, options)), request),
  };
}

interface Choice extends ThreadCandidate {
  /** The inner calls computed what the public interface did. */
  isTrusted: boolean;
  notes: readonly string[];
}

async function choose(single: ThreadCandidate, config: CompleteGpt2Config, options: RuntimeOptions): Promise<Choice> {
  const notes: string[] = [];
  const note = (error: unknown): undefined => {
    notes.push(messageOf(error));
  };
  const chosen = (await chooseThreads(single, config, options).catch(note)) ?? single;
  chooseModule(chosen.module);
  usePublicInterface(options);
  const isTrusted = await testHandles(chosen.module).then(() => true, note);
  return { ...chosen, isTrusted: isTrusted === true, notes };
}

async function open(choice: Choice, { model, config, without = [] }: BackendRequest): Promise<OpenedBackend> {
  const { module, threads } = choice;
  const notes = [...choice.notes];
  if (choice.isTrusted && !without.includes("ort-handles")) {
    const backend = await openByHandles(module, model, config).catch((error: unknown) => {
      notes.push(messageOf(error));
    });
    if (backend) return { backend, threads, notes };
  }
  return { backend: createPublicBackend(await openSession(model, config)), threads, notes };
}

async function chooseThreads(
  single: ThreadCandidate,
  config: CompleteGpt2Config,
  options: RuntimeOptions,
): Promise<ThreadCandidate> {
  const threads = options.maxThreads;
  if (threads <= 1 || options.threads !== undefined) return single;
  const { measure, end } = createMeasure(config, options.now);
  const made = [single];
  const several = async (): Promise<ThreadCandidate> => {
    const candidate = { threads, module: await createModule(options, threads) };
    made.push(candidate);
    return candidate;
  };
  const deadline = options.now() + PATIENCE_MS;
  const isLate = (): boolean => options.now() > deadline;
  const faster = await fasterOf({ single, several, measure, isLate }).finally(end);
  for (const candidate of made) if (candidate !== faster) dropModule(candidate.module);
  return faster;
}

/** @throws If this is not the runtime we know, or if it does not compute what the public interface does. */
async function testHandles(module: OrtModule): Promise<void> {
  if (runtimeVersion() !== ONNXRUNTIME_VERSION) {
    throw new Error(`ONNX Runtime is ${runtimeVersion()}; its inner calls are known of ${ONNXRUNTIME_VERSION}`);
  }
  const small = smallModel();
  const ours = openHeapBackend(module, small.bytes, small.config);
  const theirs = createPublicBackend(await openSession(small.bytes, small.config));
  const difference = await compareBackends(ours, theirs);
  await Promise.all([ours.dispose(), theirs.dispose()]);
  if (!(difference <= TOLERANCE)) throw new Error(`The inner calls differ from the public ones by ${difference}`);
}

/** @throws If the model cannot be rewritten for the inner calls, or if step by step gives something else than at once. */
async function openByHandles(module: OrtModule, model: Uint8Array, config: CompleteGpt2Config): Promise<Backend> {
  const backend = openHeapBackend(module, model, config);
  await assertAgreesWithItself(backend, config);
  return backend;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
