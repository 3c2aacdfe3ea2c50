import { inject } from "vitest";
import { createDb, type Db } from "../client.ts";
import { createDatabase, dropDatabase } from "../database-admin.ts";

/** A database of one's own. */
export interface TestDb {
  db: Db;
  url: string;
  /** Closes the pool and drops the database. */
  close: () => Promise<void>;
}

/**
 * Makes an empty, migrated database by copying the template. Call it in `beforeAll` and `close` in `afterAll`: files run
 * side by side and never see each other's rows.
 */
export async function createTestDb({ max = 4 } = {}): Promise<TestDb> {
  const postgres = inject("testPostgres");
  const name = `fewshot_test_${crypto.randomUUID()}`;
  const url = await createDatabase(postgres.url, name, postgres.template);
  const { db, close } = createDb(url, { max });
  return {
    db,
    url,
    close: async () => {
      await close();
      await dropDatabase(postgres.url, name);
    },
  };
}
