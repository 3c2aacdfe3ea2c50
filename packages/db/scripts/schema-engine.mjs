// The one file that knows Prisma's schema engine as WASM. Each correction below was found by a failure.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const require = createRequire(import.meta.url);
const POSTGRES_CHAR = 18;
const POSTGRES_TEXT = 25;
const NO_SCHEMA = [["empty.prisma", 'datasource db {\n  provider = "postgresql"\n}']];

/**
 * adapter-pg does not know Postgres's internal "char", which the engine's catalogue queries return and insists on:
 * let the adapter read those columns as text, then give them their type back.
 */
function withCharColumns(queryable) {
  queryable.queryRaw = async (query) => {
    const charColumns = [];
    const performIO = async (given) => {
      const result = await queryable.performIO(given);
      for (const [index, field] of result.fields.entries()) {
        if (field.dataTypeID !== POSTGRES_CHAR) continue;
        field.dataTypeID = POSTGRES_TEXT;
        charColumns.push(index);
      }
      return result;
    };
    const reader = Object.create(queryable, { performIO: { value: performIO } });
    const answer = await Object.getPrototypeOf(queryable).queryRaw.call(reader, query);
    for (const index of charColumns) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
  return queryable;
}

/** Discrete fields, not connectionString: that one would win over the shadow database's name, and be wiped. */
function poolConfig(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get("host") ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    database: decodeURIComponent(pathname.slice(1)),
    max: 1,
  };
}

/** adapter-pg cuts scripts at every ';', which breaks $$ bodies, literals and atomicity: send each script whole. */
function withWholeScripts(connection) {
  connection.executeScript = async (sql) => {
    try {
      await connection.underlyingDriver().query(sql);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

function corrected(connection) {
  const startTransaction = connection.startTransaction.bind(connection);
  connection.startTransaction = async (isolationLevel) => withCharColumns(await startTransaction(isolationLevel));
  return withCharColumns(withWholeScripts(connection));
}

async function connectToShadow(factory, config) {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  const admin = corrected(await factory.connect());
  await admin.executeScript(`CREATE DATABASE "${name}"`);
  const pool = new pg.Pool({ ...config, database: name });
  const shadow = corrected(await new PrismaPg(pool).connect());
  shadow.dispose = async () => {
    await pool.end();
    await admin.executeScript(`DROP DATABASE "${name}"`);
    await admin.dispose();
  };
  return shadow;
}

function adapterFactory(url) {
  const config = poolConfig(url);
  const factory = new PrismaPg(config);
  return bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => corrected(await factory.connect()),
    connectToShadowDb: () => connectToShadow(factory, config),
  });
}

let loaded;

/** The package's own entry imports .wasm as a module, which Node 20 refuses. Loading twice would wreck the first engine. */
function loadWasm() {
  return (loaded ??= instantiateWasm());
}

async function instantiateWasm() {
  const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };
}

/**
 * Opens the engine behind `prisma migrate` on one database. Connects lazily.
 *
 * @param {string} url - postgresql://…; shadow databases are made and dropped on the same server.
 * @param {string[]} [schemaFiles] - Paths of all .prisma files; none for methods that need no schema.
 * @returns {Promise<import("@prisma/schema-engine-wasm").SchemaEngine>}
 */
export async function openSchemaEngine(url, schemaFiles = []) {
  await loadWasm();
  const files = schemaFiles.map((file) => [file, readFileSync(file, "utf8")]);
  return wasm.SchemaEngine.new({ datamodels: files.length > 0 ? files : NO_SCHEMA }, () => {}, adapterFactory(url));
}
