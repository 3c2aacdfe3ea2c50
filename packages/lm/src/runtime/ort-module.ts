import type { ChunkStore } from "../chunk-store.ts";
import { LmError } from "../lm-error.ts";

/**
 * The part that we call of ONNX Runtime's compiled module. It is no public interface: `ONNXRUNTIME_VERSION` pins it,
 * and a test computation at the start must agree with the public one.
 */
export interface OrtModule {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _OrtInit(threads: number, logLevel: number): number;
  _OrtGetLastError(codeAddress: number, messageAddress: number): void;
  _OrtCreateSessionOptions(...values: readonly (number | boolean)[]): number;
  _OrtAddSessionConfigEntry(options: number, key: number, value: number): number;
  _OrtReleaseSessionOptions(options: number): number;
  _OrtCreateSession(model: number, bytes: number, options: number): number;
  _OrtReleaseSession(session: number): number;
  _OrtCreateTensor(...values: readonly number[]): number;
  _OrtReleaseTensor(tensor: number): number;
  _OrtCreateRunOptions(logLevel: number, verbosity: number, isTerminating: boolean, tag: number): number;
  _OrtReleaseRunOptions(options: number): void;
  _OrtRun(...values: readonly number[]): number;
  mountExternalData(path: string, bytes: Uint8Array): void;
  unmountExternalData(): void;
  stackSave(): number;
  stackRestore(stack: number): void;
  stackAlloc(bytes: number): number;
  getValue(address: number, type: string): number;
  setValue(address: number, value: number, type: string): void;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, address: number, bytes: number): void;
  UTF8ToString(address: number): string;
}

/** The version whose interface is written above. */
export const ONNXRUNTIME_VERSION = "1.30.0";

/** What `ort-entry.mjs` and this side share; a symbol, because bundling makes two modules of one. */
interface Shared {
  create?: (config: Record<string, unknown>) => Promise<OrtModule>;
  endThreads?: (module: OrtModule) => void;
  /** What the package's own API gets when it asks for a module. */
  chosen?: OrtModule;
}

const holder = globalThis as unknown as Record<symbol, Shared | undefined>;
const SHARED = Symbol.for("fewshot.onnxruntime");

/** Numbers of ONNX's element types. */
export const ELEMENT = { float: 1, int32: 6, int64: 7 } as const;

/** Where ONNX Runtime lies; without a `wasmUrl` the package finds its own file, as in Node. */
export interface RuntimeAddresses {
  entryUrl: string;
  wasmUrl?: string | undefined;
  /** Where the compiled part's file is kept between visits. */
  store?: ChunkStore | undefined;
}

const ERRORS_ONLY = 3;

/** From now on both our own calls and the package's API use this module. */
export function chooseModule(module: OrtModule): void {
  // Kept as the object it is: the entry holds on to it.
  Object.assign((holder[SHARED] ??= {}), { chosen: module });
}

/** Ends a module's threads; its memory goes when nothing refers to it any more. */
export function dropModule(module: OrtModule): void {
  holder[SHARED]?.endThreads?.(module);
}

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Makes a module with its own memory and threads. Compiling happens once, so a second one costs little.
 *
 * @param threads - 1, or more in a cross-origin isolated worker.
 * @throws LmError `network`; anything else is the engine's own refusal.
 */
export async function createModule(
  { entryUrl, wasmUrl, store }: RuntimeAddresses,
  threads: number,
): Promise<OrtModule> {
  await import(/* @vite-ignore */ entryUrl);
  const create = holder[SHARED]?.create;
  if (!create) throw new LmError("unsupported", "The runtime's entry did not introduce itself");
  const code = wasmUrl === undefined ? undefined : await (compiled ??= compile(wasmUrl, store));
  const module = await new Promise<OrtModule>((resolve, reject) => {
    create({ numThreads: threads, ...(code && instantiateBy(code, reject)) }).then(resolve, reject);
  });
  if (module._OrtInit(threads, ERRORS_ONLY) !== 0) throw lastError(module, "The runtime could not start");
  return module;
}

/** Emscripten's hook for those who instantiate themselves. It waits for ever if this fails, so a failure goes around. */
function instantiateBy(code: WebAssembly.Module, fail: (error: unknown) => void): Record<string, unknown> {
  return {
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => {
      WebAssembly.instantiate(code, imports).then((instance) => done(instance, code), fail);
      return {};
    },
  };
}

/** From the store if it is there, because browsers do not keep a file of this size for sure. */
async function compile(wasmUrl: string, store: ChunkStore | undefined): Promise<WebAssembly.Module> {
  const kept = await store?.get(wasmUrl);
  const fromStore = kept && (await WebAssembly.compile(kept).catch(() => undefined));
  if (fromStore) return fromStore;
  const response = await fetch(wasmUrl, { credentials: "same-origin" }).catch((error: unknown) => {
    throw new LmError("network", `${wasmUrl} could not be fetched: ${String(error)}`, { cause: error });
  });
  if (!response.ok) throw new LmError("network", `${wasmUrl} answered ${response.status}`);
  const copy = store && response.clone();
  // Compiling while it arrives needs the right media type, which not every server of a class sends.
  const module = response.headers.get("content-type")?.startsWith("application/wasm")
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  if (copy) {
    await store.put(wasmUrl, new Uint8Array(await copy.arrayBuffer()));
    // Of earlier versions nothing is needed; the list of files beside it is kept by the page.
    const list = new URL("runtime.json", wasmUrl).href;
    await store.keepOnly(new URL(".", wasmUrl).href, new Set([wasmUrl, list]));
  }
  return module;
}

/** The runtime's own words about its last failure. */
export function lastError(module: OrtModule, what: string): Error {
  const stack = module.stackSave();
  const address = module.stackAlloc(8);
  module._OrtGetLastError(address, address + 4);
  const message = module.UTF8ToString(module.getValue(address + 4, "*"));
  module.stackRestore(stack);
  return new Error(`${what}: ${message}`);
}
