import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { findDrift } from "./drift.ts";

const repositorySchema = path.resolve(import.meta.dirname, "../../../prisma/schema");
let schemaFolder: string;

beforeAll(() => {
  schemaFolder = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-schema-"));
  fs.cpSync(repositorySchema, schemaFolder, { recursive: true });
});
afterAll(() => {
  fs.rmSync(schemaFolder, { recursive: true });
});

function edit(file: string, from: string, to: string) {
  const text = fs.readFileSync(path.join(repositorySchema, file), "utf8");
  expect(text).toContain(from);
  fs.writeFileSync(path.join(schemaFolder, file), text.replace(from, to));
}

it("finds the repository's migrations and schema in agreement", async () => {
  expect(await findDrift(inject("testPostgres").url)).toBe("");
});

it("gives the SQL for a column that only the schema has", async () => {
  edit("classroom.prisma", "archivedAt  DateTime?", "motto String?\n  archivedAt  DateTime?");
  expect(await findDrift(inject("testPostgres").url, { schemaFolder })).toContain(
    'ALTER TABLE "class" ADD COLUMN     "motto" TEXT;',
  );
});

it("gives the SQL for an index that the schema dropped", async () => {
  edit("classroom.prisma", "@@index([classId, dueAt])\n", "");
  expect(await findDrift(inject("testPostgres").url, { schemaFolder })).toContain(
    'DROP INDEX "assignment_class_id_due_at_idx"',
  );
});
