import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { BENCH, PACKAGE, SITE } from "./paths.ts";

const PAGES = ["ours", "theirs", "probe"] as const;

/** Builds the pages of this bench, and our runtime by the product's own build. */
export async function buildSite(): Promise<Readonly<Record<string, string>>> {
  const pages = join(SITE, "pages");
  mkdirSync(pages, { recursive: true });
  execFileSync(process.execPath, [...process.execArgv, join(PACKAGE, "scripts", "build.ts"), SITE], {
    cwd: PACKAGE,
    stdio: ["ignore", "ignore", "inherit"],
  });
  await build({
    entryPoints: [...PAGES, "theirs-worker", "probe-worker"].map((name) => join(BENCH, "pages", `${name}.ts`)),
    outdir: pages,
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    platform: "browser",
    external: ["node:*", "module", "worker_threads"],
    logLevel: "error",
  });
  for (const page of PAGES) {
    const html = `<!doctype html><meta charset="utf-8"><title>${page}</title><script type="module" src="/${page}.js"></script>`;
    writeFileSync(join(pages, `${page}.html`), html);
  }
  return {
    "/": pages,
    "/lm/": join(SITE, "lm"),
    "/ours/": join(SITE, "ours"),
    "/theirs/": join(SITE, "theirs"),
    "/ort/": join(BENCH, "node_modules", "onnxruntime-web", "dist"),
  };
}
