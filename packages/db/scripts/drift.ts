import fs from "node:fs";
import path from "node:path";
import type { DiffTarget } from "@prisma/schema-engine-wasm";
import { migrate } from "../src/migrate.ts";
import { createDatabase, dropDatabase } from "../src/database-admin.ts";
import { openSchemaEngine } from "./schema-engine.mjs";

const SCHEMA_FOLDER = path.resolve(import.meta.dirname, "../../../prisma/schema");

export interface DriftOptions {
  schemaFolder?: string;
  migrationsFolder?: string;
}

/**
 * Compares what the migrations build with what the schema says. The migrations run for real, by our own runner, in a
 * database that is made and dropped for it.
 *
 * @param serverUrl - Any database on a server where databases may be created.
 * @returns the SQL that would take the history to the schema; "" where they agree. Partial indexes, CHECKs and triggers
 *   are outside of what Prisma sees: the integration tests hold those.
 */
export async function findDrift(serverUrl: string, options: DriftOptions = {}): Promise<string> {
  const { schemaFolder = SCHEMA_FOLDER, migrationsFolder } = options;
  const name = `fewshot_drift_${crypto.randomUUID()}`;
  const url = await createDatabase(serverUrl, name);
  try {
    await migrate(url, migrationsFolder);
    return await diff(url, schemaFolder);
  } finally {
    await dropDatabase(serverUrl, name);
  }
}

async function diff(url: string, schemaFolder: string): Promise<string> {
  const names = fs.readdirSync(schemaFolder).filter((file) => file.endsWith(".prisma"));
  const paths = names.map((name) => path.join(schemaFolder, name));
  const files = paths.map((file) => ({ path: file, content: fs.readFileSync(file, "utf8") }));
  const from: DiffTarget = { tag: "schemaDatasource", files, configDir: schemaFolder };
  const engine = await openSchemaEngine(url, paths);
  const { exitCode, stdout } = await engine.diff({
    from,
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? "" : (stdout ?? "");
}
