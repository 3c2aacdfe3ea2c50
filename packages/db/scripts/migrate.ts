import fs from "node:fs";
import path from "node:path";
import { migrate, MIGRATIONS_FOLDER } from "../src/migrate.ts";
import { startThrowawayPostgres } from "../src/embedded-postgres/throwaway.ts";
import { UserError } from "../src/user-error.ts";
import { findDrift } from "./drift.ts";

const USAGE = `npm run migrate -w @fewshot/db -- apply        runs what is pending on DATABASE_URL
npm run migrate -w @fewshot/db -- new <name>   writes the SQL that takes the history to prisma/schema, for you to read and edit
npm run migrate -w @fewshot/db -- check        fails if history and schema differ`;

async function applyPending(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new UserError("Set DATABASE_URL to the database that is to be migrated.");
  const applied = await migrate(url);
  console.log(applied.length === 0 ? "Nothing to do." : `Applied: ${applied.join(", ")}`);
}

async function findDriftOnThrowaway(): Promise<string> {
  const { url, stop } = await startThrowawayPostgres(process.env.TEST_DATABASE_URL);
  try {
    return await findDrift(url);
  } finally {
    stop();
  }
}

async function writeNext(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new UserError("Give the migration a name such as add_class_motto.");
  const sql = await findDriftOnThrowaway();
  if (sql === "") throw new UserError("The migrations already build what prisma/schema says.");
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const file = path.join(MIGRATIONS_FOLDER, `${stamp}_${name}`, "migration.sql");
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, sql);
  console.log(`Wrote ${path.relative(process.cwd(), file)}. Read it, add what Prisma cannot say, then run npm test.`);
}

async function check(): Promise<void> {
  const sql = await findDriftOnThrowaway();
  if (sql === "") {
    console.log("Migrations and schema agree.");
    return;
  }
  throw new UserError(
    `The migrations do not build what prisma/schema says. Run "npm run migrate -w @fewshot/db -- new <name>". Missing:\n${sql}`,
  );
}

async function run([verb, name]: string[]): Promise<void> {
  if (verb === "apply") await applyPending();
  else if (verb === "new") await writeNext(name);
  else if (verb === "check") await check();
  else throw new UserError(USAGE);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
}
