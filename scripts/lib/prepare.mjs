import fs from "node:fs";
import path from "node:path";
import { npm, run } from "./run.mjs";
import { hashInputs, unlessUnchanged } from "./stamps.mjs";
import { step, UNCHANGED } from "./terminal.mjs";

/** The repository. */
export const ROOT = path.resolve(import.meta.dirname, "../..");

const sources = ["ml-core", "quiz", "content", "lm", "api", "db", "ui"].map((name) => `packages/${name}/src`);

/** What has to be made from the sources, in order. Each is skipped while its inputs are as they were. */
const tasks = [
  {
    name: "database-client",
    label: "Generate the database client",
    inputs: ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"],
    outputs: ["packages/db/src/generated/client.ts"],
    command: [process.execPath, "node_modules/prisma/build/index.js", "generate"],
  },
  {
    name: "content",
    label: "Compile the course",
    inputs: ["packages/content", "packages/quiz/src", "package-lock.json"],
    except: ["packages/content/src/generated"],
    outputs: ["packages/content/src/generated/lessons.json"],
    command: npm("run", "build", "-w", "@fewshot/content"),
  },
  {
    name: "model",
    label: "Lay out the language model",
    inputs: ["packages/lm", "packages/ml-core/src", "package-lock.json"],
    except: ["packages/lm/training"],
    outputs: ["apps/web/public/lm/worker.js", "apps/web/public/models"],
    command: npm("run", "build", "-w", "@fewshot/lm"),
  },
];

const webBuild = {
  name: "web",
  label: "Build the site",
  inputs: ["apps/web", ...sources, "prisma/schema", "package-lock.json", "package.json"],
  except: ["apps/web/public", "apps/web/next-env.d.ts", "apps/web/tsconfig.tsbuildinfo"],
  outputs: ["apps/web/.next/BUILD_ID"],
  command: [process.execPath, path.join(ROOT, "node_modules/next/dist/bin/next"), "build"],
  cwd: "apps/web",
};

/** Installs what package-lock.json names. */
export function installPackages() {
  return step("Install packages", () => install(ROOT));
}

/** Makes the generated code and data that types, tests and builds need. */
export async function generateAll() {
  for (const task of tasks) await perform(task);
}

/** Builds the production site. */
export function buildWeb() {
  return perform(webBuild);
}

function perform({ label, command, cwd = ".", ...task }) {
  const work = () => run(command, { cwd: path.join(ROOT, cwd) });
  return step(label, () => unlessUnchanged(ROOT, { ...task, work }));
}

/** `npm ci` empties node_modules first, so it runs only when the lockfile changed or the last run was cut short. */
export async function install(root) {
  const stamp = path.join(root, "node_modules/.fewshot-stamp");
  const wanted = hashInputs(root, ["package-lock.json"]);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) return UNCHANGED;
  const isInstalledByHand = agreesWithLockfile(root);
  if (!isInstalledByHand) await run(npm("ci", "--ignore-scripts", "--no-audit", "--no-fund"), { cwd: root });
  fs.writeFileSync(stamp, wanted);
  return isInstalledByHand ? UNCHANGED : undefined;
}

/** npm's last act is to write down what it installed; compare that with what the lockfile wants. */
export function agreesWithLockfile(root) {
  const installedFile = path.join(root, "node_modules/.package-lock.json");
  if (!fs.existsSync(installedFile)) return false;
  const installed = readPackages(installedFile);
  const wanted = Object.entries(readPackages(path.join(root, "package-lock.json")));
  return wanted.every(([key, entry]) => {
    if (!key.includes("node_modules/")) return true;
    const mayBeAbsent = entry.optional || entry.devOptional || entry.peer;
    return key in installed ? installed[key].version === entry.version : mayBeAbsent;
  });
}

function readPackages(file) {
  return JSON.parse(fs.readFileSync(file, "utf8")).packages;
}
