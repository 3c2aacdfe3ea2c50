import crypto from "node:crypto";
import { afterEach, expect, inject, it } from "vitest";
import { checkGivenServer } from "./check-server.ts";
import { dropDatabase, runSql, withDatabase } from "./database-admin.ts";

const name = `fewshot_given_${crypto.randomUUID()}`;

afterEach(() => dropDatabase(inject("testPostgres").url, name));

it("creates the database that DATABASE_URL names, and is content when it is there", async () => {
  const url = withDatabase(inject("testPostgres").url, name);
  await checkGivenServer(url);
  await checkGivenServer(url);
  await runSql(url, "SELECT 1");
});

it.each([
  ["nothing listens", "postgresql://u:secret@127.0.0.1:1/x", "No Postgres answers at 127.0.0.1:1/x:"],
  ["the address is no Postgres address", "mysql://u:secret@localhost/x", "DATABASE_URL must look like postgresql://"],
  ["the address is no address", "secret", "DATABASE_URL must look like postgresql://"],
])("says in one sentence that %s, without the password", async (_, url, sentence) => {
  const error: Error = await checkGivenServer(url).then(
    () => new Error("accepted"),
    (reason: Error) => reason,
  );
  expect(error.message).toContain(sentence);
  expect(error.message).not.toContain("secret");
});

it("says that the password is refused", async () => {
  const url = new URL(inject("testPostgres").url);
  url.username = "nobody-of-this-name";
  await expect(checkGivenServer(url.href)).rejects.toThrow(/refuses that user or password/);
});
