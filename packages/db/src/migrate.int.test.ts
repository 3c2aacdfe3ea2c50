import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { migrate, MIGRATIONS_FOLDER } from "./migrate.ts";
import { createDatabase, dropDatabase, runSql } from "./database-admin.ts";

let folder: string;
let name: string;
let url: string;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-migrations-"));
  name = `fewshot_migrate_${crypto.randomUUID()}`;
  url = await createDatabase(inject("testPostgres").url, name);
});
afterEach(async () => {
  fs.rmSync(folder, { recursive: true });
  await dropDatabase(inject("testPostgres").url, name);
});

function write(migration: string, sql: string) {
  fs.mkdirSync(path.join(folder, migration), { recursive: true });
  fs.writeFileSync(path.join(folder, migration, "migration.sql"), sql);
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

it("applies what is pending in the order of names, once", async () => {
  write("2_second", "INSERT INTO thing VALUES (2);");
  write("1_first", "CREATE TABLE thing (n int); INSERT INTO thing VALUES (1);");
  expect(await migrate(url, folder)).toEqual(["1_first", "2_second"]);
  expect(await migrate(url, folder)).toEqual([]);
  expect(await query("SELECT n FROM thing ORDER BY n")).toEqual([{ n: 1 }, { n: 2 }]);
});

it("writes the history as Prisma does: SHA-256 of the script, finished, one step", async () => {
  const sql = "CREATE TABLE thing (n int);\n";
  write("1_first", sql);
  await migrate(url, folder);
  const checksum = crypto.createHash("sha256").update(sql).digest("hex");
  expect(
    await query(
      "SELECT checksum, migration_name, applied_steps_count, finished_at >= started_at AS done, rolled_back_at FROM _prisma_migrations",
    ),
  ).toEqual([{ checksum, migration_name: "1_first", applied_steps_count: 1, done: true, rolled_back_at: null }]);
});

it("runs scripts with $$ bodies and semicolons in literals", async () => {
  write(
    "1_first",
    `CREATE FUNCTION double(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN n * 2; END; $$;
    CREATE TABLE thing (t text); INSERT INTO thing VALUES ('a;b');`,
  );
  await migrate(url, folder);
  expect(await query("SELECT double(21), t FROM thing")).toEqual([{ double: 42, t: "a;b" }]);
});

it("undoes a failing script whole, names its line, and takes the mended one", async () => {
  write("1_first", "CREATE TABLE thing (n int);\nINSERT INTO thing VALUES (1);\nINSERT INTO nothing VALUES (1);");
  await expect(migrate(url, folder)).rejects.toThrow(
    'Migration 1_first failed and was undone: relation "nothing" does not exist (line 3)',
  );
  expect(await query("SELECT to_regclass('thing') AS thing")).toEqual([{ thing: null }]);
  write("1_first", "CREATE TABLE thing (n int);");
  expect(await migrate(url, folder)).toEqual(["1_first"]);
});

it("keeps the migrations before a failing one", async () => {
  write("1_first", "CREATE TABLE thing (n int);");
  write("2_second", "SELECT broken;");
  await expect(migrate(url, folder)).rejects.toThrow(/2_second failed/);
  expect(await query("SELECT migration_name FROM _prisma_migrations")).toEqual([{ migration_name: "1_first" }]);
});

it("refuses an applied script that was edited, before running anything new", async () => {
  write("1_first", "CREATE TABLE thing (n int);");
  await migrate(url, folder);
  write("1_first", "CREATE TABLE thing (n bigint);");
  write("2_second", "CREATE TABLE other (n int);");
  await expect(migrate(url, folder)).rejects.toThrow("Migration 1_first was edited after it was applied");
  expect(await query("SELECT to_regclass('other') AS other")).toEqual([{ other: null }]);
});

it("takes the same script with the line ends of Windows for the same", async () => {
  write("1_first", "CREATE TABLE thing\n(n int);\n");
  await migrate(url, folder);
  write("1_first", "CREATE TABLE thing\r\n(n int);\r\n");
  expect(await migrate(url, folder)).toEqual([]);
});

it("stops at a migration that another tool left half done, and goes on once it is resolved", async () => {
  write("1_first", "CREATE TABLE thing (n int);");
  await migrate(url, folder);
  await runSql(url, "UPDATE _prisma_migrations SET finished_at = NULL");
  await expect(migrate(url, folder)).rejects.toThrow("npx prisma migrate resolve --rolled-back 1_first");
  await runSql(url, "UPDATE _prisma_migrations SET rolled_back_at = now(); DROP TABLE thing");
  expect(await migrate(url, folder)).toEqual(["1_first"]);
});

it("lets older code start on a newer database", async () => {
  write("1_first", "CREATE TABLE thing (n int);");
  write("2_second", "CREATE TABLE other (n int);");
  await migrate(url, folder);
  fs.rmSync(path.join(folder, "2_second"), { recursive: true });
  expect(await migrate(url, folder)).toEqual([]);
});

it("applies each migration once when four processes start together", async () => {
  write("1_first", "CREATE TABLE thing (n int); SELECT pg_sleep(0.1);");
  write("2_second", "CREATE TABLE other (n int);");
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)));
  expect(applied.flat().sort()).toEqual(["1_first", "2_second"]);
});

it("applies the repository's own history to an empty database", async () => {
  const applied = await migrate(url);
  expect(applied).toEqual(
    fs
      .readdirSync(MIGRATIONS_FOLDER)
      .filter((entry) => !entry.endsWith(".toml"))
      .sort(),
  );
});
