import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { build } from "esbuild";

/** What the server does with a file instead of sending it as it is. */
export type Fault = (body: Buffer, response: ServerResponse) => void;

export interface Site {
  origin: string;
  /** By path; each fault happens once for every number in `times`. */
  faults: Map<string, { fault: Fault; times: number }>;
  /** Paths asked for, in order. */
  asked: string[];
  /** Whether pages get the headers that make them cross-origin isolated. */
  isolates: boolean;
  close(): Promise<void>;
}

const PACKAGE = join(import.meta.dirname, "..");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Builds what the site serves of this package, and a page for the tests, and serves them as the site does. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "fewshot-lm-"));
  const built = spawnSync(process.execPath, ["--import", "tsx", "scripts/build.ts", folder], { cwd: PACKAGE });
  if (built.status !== 0) throw new Error(`The build failed: ${built.stderr.toString()}`);
  await build({
    entryPoints: [join(import.meta.dirname, "page.ts")],
    outfile: join(folder, "page.js"),
    bundle: true,
    format: "esm",
    target: "es2022",
  });
  const site = { faults: new Map(), asked: [] as string[], isolates: true };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://here").pathname;
    site.asked.push(path);
    answer(site, folder, { path, response });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  };
  return Object.assign(site, { origin, close });
}

function answer(
  site: Pick<Site, "faults" | "isolates">,
  folder: string,
  { path, response }: { path: string; response: ServerResponse },
): void {
  for (const [name, value] of headersFor(path, site.isolates)) response.setHeader(name, value);
  const body = readBody(folder, path);
  const planned = site.faults.get(path);
  if (body === undefined) response.writeHead(404).end();
  else if (planned && planned.times-- > 0) planned.fault(body, response);
  else response.end(body);
}

function readBody(folder: string, path: string): Buffer | undefined {
  if (path === "/")
    return Buffer.from('<!doctype html><title>lm</title><script type="module" src="/page.js"></script>');
  try {
    return readFileSync(join(folder, normalize(path)));
  } catch {
    return undefined;
  }
}

/** The headers of apps/web/next.config.ts. */
function headersFor(path: string, isolates: boolean): [string, string][] {
  const headers: [string, string][] = [
    ["Content-Type", TYPES[extname(path)] ?? (path === "/" ? "text/html" : "application/octet-stream")],
  ];
  if (isolates) {
    headers.push(
      ["Cross-Origin-Opener-Policy", "same-origin"],
      ["Cross-Origin-Embedder-Policy", "require-corp"],
      ["Cross-Origin-Resource-Policy", "same-origin"],
    );
  }
  if (path === "/") headers.push(["Content-Security-Policy", "default-src 'self'; worker-src 'self'"]);
  if (path.startsWith("/lm/")) {
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
    headers.push(["Content-Security-Policy", policy]);
  }
  const isVersioned = /^\/lm\/(?!runtime\.json)|^\/models\/.*-[0-9a-f]{16}\.bin$/.test(path);
  headers.push(["Cache-Control", isVersioned ? "public, max-age=31536000, immutable" : "no-cache"]);
  return headers;
}
