import { existsSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "prisma/config";

const root = import.meta.dirname;

// Prisma's CLI downloads a native engine before its first command. Ours answers the same protocol with the WASM engine
// that npm already installed, so nothing is downloaded; set the variable yourself to use the native one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(root, "packages/db/scripts/schema-engine-rpc.mjs");
if (existsSync(path.join(root, ".env"))) process.loadEnvFile(path.join(root, ".env"));

export default defineConfig({
  schema: path.join(root, "prisma/schema"),
  migrations: { path: path.join(root, "prisma/migrations") },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/fewshot" },
});
