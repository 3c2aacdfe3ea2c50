/**
 * ONNX Runtime's WebAssembly module, made by us instead of by the package's own API, so that both can work with one
 * and the same. It is a file of its own because its threads are workers that load it again.
 *
 * `env.wasm.wasmPaths.mjs` names this file; the API calls what it exports.
 */
import createModule from "onnxruntime-web/ort-wasm-simd-threaded.mjs";

const shared = (globalThis[Symbol.for("fewshot.onnxruntime")] ??= {});
const threads = new WeakMap();

/** Makes a module and remembers the workers it starts, which Emscripten keeps to itself. */
shared.create = async (config) => {
  const Original = globalThis.Worker;
  // In Node, which offers none, Emscripten brings its own.
  if (!Original) return createModule(config);
  const started = [];
  globalThis.Worker = function (...values) {
    const worker = new Original(...values);
    started.push(worker);
    return worker;
  };
  try {
    const module = await createModule(config);
    threads.set(module, started);
    return module;
  } finally {
    globalThis.Worker = Original;
  }
};

shared.endThreads = (module) => {
  for (const worker of threads.get(module) ?? []) worker.terminate();
};

const useChosen = async (config) => shared.chosen ?? createModule(config);
export { useChosen as default };
