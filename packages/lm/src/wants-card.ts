/** From this size on a step takes longer to compute than a graphics card takes to be told what to do. */
const WORTH_A_CARD_BYTES = 100 * 2 ** 20;

/**
 * Whether to fetch the runtime for graphics cards, twice as large as the other: only if the browser grants a card, and
 * of its own accord only for a big model and a card that is none of the processor's pretending.
 */
export async function wantsCard(backend: "auto" | "wasm" | "webgpu", manifestUrl: string): Promise<boolean> {
  if (backend === "wasm") return false;
  const gpu = (globalThis as { navigator?: { gpu?: GPU } }).navigator?.gpu;
  const adapter = await gpu?.requestAdapter().catch(() => null);
  if (!adapter) return false;
  if (backend === "webgpu") return true;
  return !adapter.info.isFallbackAdapter && (await weightBytes(manifestUrl)) >= WORTH_A_CARD_BYTES;
}

async function weightBytes(manifestUrl: string): Promise<number> {
  try {
    const manifest = (await (await fetch(manifestUrl)).json()) as { files?: { decode?: { bytes?: number } } };
    return manifest.files?.decode?.bytes ?? 0;
  } catch {
    // The worker will say what is wrong with it.
    return 0;
  }
}
