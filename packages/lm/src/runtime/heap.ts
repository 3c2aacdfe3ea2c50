import type { OrtModule } from "./ort-module.ts";
import { lastError } from "./ort-module.ts";

/** Memory in the runtime's heap, freed by whoever allocated it. */
export function allocate(module: OrtModule, bytes: number): number {
  // An empty block has no address of its own everywhere.
  const address = module._malloc(Math.max(bytes, 16));
  // The words that `toLmError` knows an exhausted memory by.
  if (address === 0) throw new RangeError(`out of memory: no room for ${bytes} bytes`);
  return address;
}

/** The heap as it is now: a thread may have moved it to a larger buffer, which reading a value notices. */
export function heapOf(module: OrtModule): Uint8Array {
  module.getValue(0, "i8");
  return module.HEAPU8;
}

/** A zero-terminated copy. */
export function allocateText(module: OrtModule, text: string): number {
  const bytes = module.lengthBytesUTF8(text) + 1;
  const address = allocate(module, bytes);
  module.stringToUTF8(text, address, bytes);
  return address;
}

/** A tensor over memory that stays its owner's. */
export function createTensor(
  module: OrtModule,
  { element, address, bytes, dims }: { element: number; address: number; bytes: number; dims: readonly number[] },
): number {
  const stack = module.stackSave();
  const dimsAddress = module.stackAlloc(Math.max(4 * dims.length, 4));
  dims.forEach((dim, index) => module.setValue(dimsAddress + 4 * index, dim, "i32"));
  const CPU = 1;
  const tensor = module._OrtCreateTensor(element, address, bytes, dimsAddress, dims.length, CPU);
  module.stackRestore(stack);
  if (tensor === 0) throw lastError(module, "A tensor could not be made");
  return tensor;
}
