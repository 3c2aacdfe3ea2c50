import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ROOT } from "./prepare.mjs";
import { capture, run } from "./run.mjs";
import { UserError } from "./terminal.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
const FIXED_PLACES = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a browser for the end-to-end tests: CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own; as root on
 * Debian it installs Chromium.
 *
 * @returns {Promise<string>} path of the program
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !fs.existsSync(given)) throw new UserError(`CHROMIUM_PATH is ${given}, and there is no such file.`);
  const found = given || findInstalled(process.env.PATH ?? "") || findPlaywrights();
  if (found) return found;
  await installOnDebian();
  const installed = findInstalled(process.env.PATH ?? "");
  if (installed) return installed;
  throw new UserError(
    "No Chromium for the end-to-end tests: install Chromium or Google Chrome, or run `npx playwright install chromium`, " +
      "or set CHROMIUM_PATH.",
  );
}

/** @param {string} searchPath - As in PATH. */
export function findInstalled(searchPath) {
  const candidates = searchPath.split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...candidates, ...FIXED_PLACES].find((file) => path.isAbsolute(file) && fs.existsSync(file)) ?? null;
}

function findPlaywrights() {
  // Playwright belongs to e2e, so it is looked up from there.
  const { chromium } = createRequire(path.join(ROOT, "e2e/package.json"))("@playwright/test");
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? file : null;
}

async function installOnDebian() {
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) return;
  const options = { cwd: ROOT, env: { DEBIAN_FRONTEND: "noninteractive" } };
  // Stale lists are no reason to give up: the package may still be known.
  await capture(["apt-get", "update"], options);
  await run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], options);
}
