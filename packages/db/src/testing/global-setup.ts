import type { TestProject } from "vitest/node";
import { migrate } from "../migrate.ts";
import { createDatabase, dropDatabase } from "../database-admin.ts";
import { startThrowawayPostgres } from "../embedded-postgres/throwaway.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Any database on the test server, and the migrated one that `createTestDb` copies. */
    testPostgres: { url: string; template: string };
  }
}

/** Vitest's global setup for every package with `*.int.test.ts`: one server, one migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startThrowawayPostgres(process.env.TEST_DATABASE_URL);
  const template = `fewshot_template_${crypto.randomUUID()}`;
  await migrate(await createDatabase(url, template));
  project.provide("testPostgres", { url, template });
  return async () => {
    await dropDatabase(url, template);
    stop();
  };
}
