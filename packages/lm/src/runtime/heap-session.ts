import { allocate, allocateText, heapOf } from "./heap.ts";
import type { OrtModule } from "./ort-module.ts";
import { lastError } from "./ort-module.ts";

export interface HeapSession {
  /** Runs on tensors of the heap, in the order of the names given at opening; outputs are written in place. */
  run(inputs: readonly number[], outputs: readonly number[]): void;
  release(): void;
}

export interface HeapSessionOptions {
  graph: Uint8Array;
  /** Files that the graph refers to, by the name it uses. They are read while the session is made. */
  files: Readonly<Record<string, Uint8Array>>;
  inputNames: readonly string[];
  outputNames: readonly string[];
}

const ALL_OPTIMISATIONS = 99;
const ERRORS_ONLY = 3;

/**
 * Settings that measured better than the defaults. Packing the weights for many rows makes a single row, which is what
 * generation reads, 12 % slower and keeps a second copy of them.
 */
const CONFIGURATION: Readonly<Record<string, string>> = { "session.disable_prepacking": "1" };

/** Planning puts all weights into one block, beside those they are made from: 1.5 GB in place of 0.8 for 124 M weights. */
const PLANS_MEMORY = false;

/** Opens a graph by the calls the package's API makes itself, but with inputs and outputs that stay in the heap. */
export function openHeapSession(module: OrtModule, options: HeapSessionOptions): HeapSession {
  const session = createSession(module, options);
  const inputs = createList(module, options.inputNames);
  const outputs = createList(module, options.outputNames);
  const runOptions = module._OrtCreateRunOptions(ERRORS_ONLY, 0, false, 0);
  return {
    run: (inputTensors, outputTensors) => {
      inputs.fill(inputTensors);
      outputs.fill(outputTensors);
      const code = module._OrtRun(
        session,
        ...[inputs.names, inputs.values, inputTensors.length],
        ...[outputs.names, outputTensors.length, outputs.values],
        runOptions,
      );
      if (code !== 0) throw lastError(module, "The runtime could not compute");
    },
    release: () => {
      inputs.free();
      outputs.free();
      module._OrtReleaseRunOptions(runOptions);
      module._OrtReleaseSession(session);
    },
  };
}

function createSession(module: OrtModule, { graph, files }: HeapSessionOptions): number {
  const texts: number[] = [];
  const text = (value: string): number => {
    const address = allocateText(module, value);
    texts.push(address);
    return address;
  };
  const model = allocate(module, graph.length);
  const options = module._OrtCreateSessionOptions(
    ...[ALL_OPTIMISATIONS, /* arena */ true, PLANS_MEMORY, /* sequential */ 0, /* profiling */ false],
    ...[/* unused */ 0, /* log id */ 0, ERRORS_ONLY, /* verbosity */ 0, /* optimised model's path */ 0],
  );
  try {
    heapOf(module).set(graph, model);
    for (const [key, value] of Object.entries(CONFIGURATION)) {
      module._OrtAddSessionConfigEntry(options, text(key), text(value));
    }
    for (const [name, bytes] of Object.entries(files)) module.mountExternalData(name, bytes);
    const session = module._OrtCreateSession(model, graph.length, options);
    if (session === 0) throw lastError(module, "The runtime refused the graph");
    return session;
  } finally {
    module.unmountExternalData();
    module._OrtReleaseSessionOptions(options);
    for (const address of [model, ...texts]) module._free(address);
  }
}

/** Two arrays of pointers, names and values, as `_OrtRun` wants them. */
function createList(
  module: OrtModule,
  names: readonly string[],
): { names: number; values: number; fill(values: readonly number[]): void; free(): void } {
  const texts = names.map((name) => allocateText(module, name));
  const pointers = { names: allocate(module, 4 * names.length), values: allocate(module, 4 * names.length) };
  const write = (address: number, values: readonly number[]): void =>
    values.forEach((value, index) => module.setValue(address + 4 * index, value, "*"));
  write(pointers.names, texts);
  return {
    ...pointers,
    fill: (values) => write(pointers.values, values),
    free: () => {
      for (const address of [...texts, pointers.names, pointers.values]) module._free(address);
    },
  };
}
