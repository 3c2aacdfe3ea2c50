import { createReadStream, existsSync, statSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

/** Isolated, so that there are threads, a fine clock and a memory measurement; cached as a site with versioned files is. */
const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "public, max-age=31536000",
};

/** An address of its own: no cache, no compiled code and no process is shared with another. */
export interface Origin {
  url: string;
  /** Files that were asked for, with their bytes; each once. */
  fetched: Map<string, number>;
  close(): void;
}

/** @param mounts - Folders by the first part of the path; the longest match counts. */
export async function openOrigin(mounts: Readonly<Record<string, string>>): Promise<Origin> {
  const fetched = new Map<string, number>();
  const server = createServer((request, response) => answer({ request, response, mounts, fetched }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, fetched, close: () => end(server) };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  mounts: Readonly<Record<string, string>>;
  fetched: Map<string, number>;
}

function answer({ request, response, mounts, fetched }: Exchange): void {
  const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://here").pathname));
  const file = findFile(path, mounts);
  if (!file) {
    response.writeHead(404, HEADERS).end();
    return;
  }
  const { size } = statSync(file);
  fetched.set(path, size);
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { ...HEADERS, "content-type": type, "content-length": size });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

function findFile(path: string, mounts: Readonly<Record<string, string>>): string | undefined {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const prefix = prefixes.find((candidate) => path.startsWith(candidate));
  if (prefix === undefined || path.includes("..")) return undefined;
  const file = join(mounts[prefix] ?? "", path.slice(prefix.length));
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function end(server: Server): void {
  server.close();
  server.closeAllConnections();
}
