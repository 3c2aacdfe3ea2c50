import { expect, it } from "vitest";
import { explainPostgresOutput, isPassingFailure } from "./explain.ts";

it.each([
  ['PANIC:  could not write to file "pg_wal/xlogtemp.29": No space left on device', /disk is full/],
  ["Error: ENOSPC: no space left on device, write", /disk is full/],
  ['FATAL:  data directory "/x" has wrong ownership', /belongs to another user/],
  ["FATAL:  database files are incompatible with server", /another major version/],
])("explains %s", (output, sentence) => {
  expect(explainPostgresOutput(output)).toMatch(sentence);
});

it("keeps silent about what it does not know", () => {
  expect(explainPostgresOutput("FATAL:  something new")).toBeNull();
});

it.each([
  ['FATAL:  lock file "postmaster.pid" already exists', true],
  ["FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use", true],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', true],
  ["FATAL:  could not write: No space left on device", false],
])("tells whether %s will pass", (output, passes) => {
  expect(isPassingFailure(output)).toBe(passes);
});
