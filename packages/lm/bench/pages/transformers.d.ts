/** The part of transformers.js that this bench calls; the package itself is installed on the first run only. */
declare module "@huggingface/transformers" {
  export class Tensor {
    constructor(type: "int64", data: BigInt64Array, dims: readonly number[]);
    readonly data: BigInt64Array;
  }
  export class DynamicCache {
    constructor(entries: Record<string, Tensor>);
    get_seq_length(): number;
  }
  interface GenerateOptions {
    input_ids: Tensor;
    max_new_tokens: number;
    do_sample: false;
    past_key_values?: DynamicCache;
    return_dict_in_generate?: boolean;
    streamer?: { put(ids: bigint[][]): void; end(): void };
  }
  interface CausalLM {
    generate(options: GenerateOptions): Promise<{ sequences: Tensor; past_key_values: DynamicCache }>;
  }
  interface FromPretrained<T> {
    from_pretrained(name: string, options?: { dtype?: string }): Promise<T>;
  }
  export const AutoModelForCausalLM: FromPretrained<CausalLM>;
  export const AutoTokenizer: FromPretrained<unknown>;
  export const env: {
    allowLocalModels: boolean;
    allowRemoteModels: boolean;
    localModelPath: string;
    useWasmCache: boolean;
    backends: { onnx: { wasm: { numThreads?: number; wasmPaths: { mjs: string; wasm: string } } } };
  };
}
