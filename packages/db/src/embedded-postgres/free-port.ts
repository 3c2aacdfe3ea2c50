import net from "node:net";

/** @returns whether a server could listen there now; a host of null means on every address. */
export function isPortFree(port: number, host: string | null = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => {
      resolve(false);
    });
    server.listen(host === null ? { port } : { port, host }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

/** @returns the first free port from `from` up; throws when 200 in a row are taken. */
export async function findFreePort(from: number, host?: string | null): Promise<number> {
  for (let port = from; port < from + 200; port++) if (await isPortFree(port, host)) return port;
  throw new Error(`No free port between ${String(from)} and ${String(from + 199)}.`);
}
