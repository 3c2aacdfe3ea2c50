#!/usr/bin/env node
// Stands in for Prisma's native schema engine: the CLI starts the file named by PRISMA_SCHEMA_ENGINE_BINARY and speaks
// JSON-RPC with it, one message a line. Set by prisma.config.ts.
import readline from "node:readline";
import pg from "pg";
import { openSchemaEngine } from "./schema-engine.mjs";

const UNREACHABLE_URL = "postgresql://nobody@127.0.0.1:1/none";
const args = process.argv.slice(2);
const url = JSON.parse(optionValues("--datasource")[0] ?? "{}").url ?? process.env.DATABASE_URL ?? UNREACHABLE_URL;

function optionValues(name) {
  return args.flatMap((arg, index) => (arg === name ? [args[index + 1]] : []));
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

/** The CLI skips the first line of stderr and wants the logger's exact target in the second. */
function failDatabaseCommand({ code, message }) {
  const codes = { "3D000": "P1003", "42P04": "P1009", "28P01": "P1000" };
  const fields = { message, error_code: codes[code] ?? "P1001", is_panic: false, meta: {} };
  const log = { level: "ERROR", timestamp: new Date().toISOString(), target: "schema_engine::logger", fields };
  process.stderr.write(`{}\n${JSON.stringify(log)}\n`);
  process.exitCode = 1;
}

async function runDatabaseCommand(command) {
  const target = new URL(url);
  const name = pg.escapeIdentifier(decodeURIComponent(target.pathname.slice(1)));
  if (command !== "can-connect-to-database") target.pathname = "/postgres";
  const client = new pg.Client({ connectionString: target.href });
  try {
    await client.connect();
    if (command === "create-database") await client.query(`CREATE DATABASE ${name}`);
    if (command === "drop-database") await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } catch (error) {
    failDatabaseCommand(error);
  } finally {
    await client.end();
  }
}

/** `diff` returns its text; the native engine prints it by a message of its own and returns only the exit code. */
function resultOf(method, result) {
  if (method !== "diff" || result.stdout === null) return result ?? null;
  send({ id: Number.MAX_SAFE_INTEGER, method: "print", params: { content: result.stdout } });
  return { exitCode: result.exitCode };
}

async function answer({ id, method, params }, openEngine) {
  try {
    const engine = await openEngine();
    const name = method === "getDatabaseVersion" ? "version" : method;
    send({ id, result: resultOf(method, await engine[name](params)) });
  } catch (error) {
    const message = String(error.message ?? error);
    const data = { is_panic: false, message, error_code: error.code, meta: error.meta ?? {} };
    send({ id, error: { code: 4466, message, data } });
  }
}

async function serve() {
  let engine;
  const openEngine = () => (engine ??= openSchemaEngine(url, optionValues("--datamodels")));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const message = JSON.parse(line);
    if (message.method) await answer(message, openEngine);
  }
  process.exit(0);
}

const databaseCommand = args.indexOf("cli");
if (args[0] === "--version") process.stdout.write("schema-engine-wasm\n");
else if (databaseCommand >= 0) await runDatabaseCommand(args[databaseCommand + 1]);
else await serve();
