/** What one thread is to read, and for how long it measures. */
export interface ProbeTask {
  bytes: number;
  forMs: number;
}

export interface Rates {
  bytesPerSecond: number;
  operationsPerSecond: number;
}

/** Threads read one part each, at the same time; their rates add up. */
async function measure(threads: number, { bytes, forMs }: ProbeTask): Promise<Rates> {
  const rates = await Promise.all(
    Array.from({ length: threads }, () => {
      const worker = new Worker("/probe-worker.js", { type: "module" });
      return new Promise<Rates>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Rates>) => resolve(data);
        worker.onerror = () => reject(new Error("The probe stopped"));
        worker.postMessage({ bytes: Math.ceil(bytes / threads), forMs } satisfies ProbeTask);
      }).finally(() => worker.terminate());
    }),
  );
  const sum = (key: keyof Rates): number => rates.reduce((total, each) => total + each[key], 0);
  return { bytesPerSecond: sum("bytesPerSecond"), operationsPerSecond: sum("operationsPerSecond") };
}

(globalThis as unknown as { probe: typeof measure }).probe = measure;
