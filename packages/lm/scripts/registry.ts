/**
 * Where models lie: those that ship, as weights in git, and those that an operator has added with `npm run model:add`,
 * packed as they are served, in a folder that git ignores.
 */
import { existsSync } from "node:fs";
import { copyFile, link, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseManifest } from "../src/manifest.ts";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
export const SHIPPED_MODELS = join(PACKAGE, "models");
export const ADDED_MODELS = join(PACKAGE, "added-models");

/** The folders of `models/` that hold a model; one that is still being written has no weights yet. */
export function shippedNames(): Promise<string[]> {
  return foldersWith(SHIPPED_MODELS, "model.safetensors");
}

/** A model that is still being added lies in a hidden folder. */
export async function addedNames(): Promise<string[]> {
  return (await foldersWith(ADDED_MODELS, "manifest.json")).filter((name) => !name.startsWith("."));
}

async function foldersWith(parent: string, file: string): Promise<string[]> {
  const entries = existsSync(parent) ? await readdir(parent) : [];
  return entries.filter((name) => existsSync(join(parent, name, file))).sort();
}

/** Puts an added model among those that are served. Its files never change, so they need not lie on the disk twice. */
export async function layOutAdded(name: string, models: string): Promise<string> {
  const [from, folder] = [join(ADDED_MODELS, name), join(models, name)];
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  for (const file of await readdir(from)) {
    const copy = (): Promise<void> => copyFile(join(from, file), join(fresh, file));
    await link(join(from, file), join(fresh, file)).catch(copy);
  }
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return `${name} (added)`;
}

/** `index.json`: what there is, for a page that offers a choice. */
export async function writeIndex(models: string, names: readonly string[], added: readonly string[]): Promise<void> {
  const listed = await Promise.all(
    names.map(async (name) => {
      const manifest = parseManifest(JSON.parse(await readFile(join(models, name, "manifest.json"), "utf8")));
      return { name, bytes: manifest.files.decode.bytes, isAdded: added.includes(name) };
    }),
  );
  await writeFile(join(models, "index.json"), JSON.stringify({ models: listed }));
}
