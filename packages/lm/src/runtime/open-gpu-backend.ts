import type { Runtime } from "../load-engine.ts";
import { openGpuBackend, openOnProcessor, useGpuRuntime } from "./gpu-backend.ts";
import type { RuntimeAddresses } from "./ort-module.ts";
import { assertAgreesWithItself, compareBackends } from "./self-test.ts";
import { smallModel } from "./synthetic-model.ts";

/** A card adds in another order and has its own tanh; logits of the test model are of unit order. */
const TOLERANCE = 1e-3;

/** ONNX Runtime on a graphics card. A card that miscomputes a test is refused, whatever it says of itself. */
export function startGpuRuntime(addresses: RuntimeAddresses): Runtime {
  useGpuRuntime(addresses);
  return {
    open: async ({ model, config }) => {
      await testCard();
      const backend = await openGpuBackend(model, config);
      await assertAgreesWithItself(backend, config);
      return { backend, threads: 1, notes: [] };
    },
  };
}

/** @throws If the card does not compute what the processor does. */
async function testCard(): Promise<void> {
  const { bytes, config } = smallModel();
  const reference = await openOnProcessor(bytes, config);
  const card = await openGpuBackend(bytes, config);
  const difference = await compareBackends(card, reference);
  await Promise.all([card.dispose(), reference.dispose()]);
  if (!(difference <= TOLERANCE)) throw new Error(`The graphics card differs from the processor by ${difference}`);
}
