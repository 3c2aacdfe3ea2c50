import { installPackages } from "./prepare.mjs";
import { loadEnvFile } from "./settings.mjs";
import { sentenceFor, showError, step, UserError } from "./terminal.mjs";

const OUTPUT_LINES = 200;

/**
 * Runs the stages, prints what failed, and ends with the line `N passed, N failed`. The exit status is 1 if any failed.
 *
 * @param {string[]} args - `--only a,b` for some stages; packages are installed in any case.
 */
export async function check(args) {
  const total = { passed: 0, failed: 0 };
  try {
    loadEnvFile();
    await installPackages();
    const { STAGES, runStage } = await import("./stages.mjs");
    await runStages(chooseStages(STAGES, args), runStage, total);
  } catch (error) {
    showError(error);
    total.failed += 1;
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  process.exit(total.failed === 0 ? 0 : 1);
}

/** @returns {typeof stages} the stages that `--only` names, in their own order. */
export function chooseStages(stages, args) {
  const at = args.findIndex((arg) => arg === "--only" || arg.startsWith("--only="));
  if (at < 0) return stages;
  const list = args[at].startsWith("--only=") ? args[at].slice("--only=".length) : (args[at + 1] ?? "");
  const names = list.split(",").filter(Boolean);
  const known = stages.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (names.length > 0 && unknown.length === 0) return stages.filter(({ name }) => names.includes(name));
  throw new UserError(`--only takes some of: ${known.join(", ")}.`);
}

async function runStages(stages, runStage, total) {
  const postgres = openPostgres();
  // The server is in a process group of its own, which Ctrl-C does not reach.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => {
      postgres.stop();
      process.exit(1);
    });
  }
  try {
    for (const stage of stages) {
      const { passed, failed, output } = await runShown(stage, runStage, postgres);
      total.passed += passed;
      total.failed += failed;
      if (failed > 0) process.stdout.write(`\n${lastLines(output)}\n\n`);
    }
  } finally {
    postgres.stop();
  }
}

/** A stage that cannot run counts as one failure, with its reason. */
async function runShown(stage, runStage, postgres) {
  let result;
  const work = async () => {
    result = await runStage(stage, stage.postgres ? await postgres.env() : {});
    if (result.failed > 0) throw new UserError("");
  };
  try {
    await step(`Check: ${stage.name}`, work);
  } catch (error) {
    result ??= { passed: 0, failed: 1, output: sentenceFor(error) ?? String(error?.stack ?? error) };
  }
  return result;
}

/** One throw-away server for all stages that ask for one, started by the first. */
function openPostgres() {
  let server;
  return {
    async env() {
      await import("./database.mjs");
      const { startThrowawayPostgres } = await import("../../packages/db/src/embedded-postgres/throwaway.ts");
      server ??= await startThrowawayPostgres(process.env.TEST_DATABASE_URL);
      return { TEST_DATABASE_URL: server.url };
    },
    stop: () => server?.stop(),
  };
}

function lastLines(output) {
  return output.trimEnd().split("\n").slice(-OUTPUT_LINES).join("\n");
}
