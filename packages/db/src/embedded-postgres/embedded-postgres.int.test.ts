import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./index.ts";
import { processIdentity } from "./process-identity.ts";

let dir: string;
let server: EmbeddedPostgres | undefined;

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-embedded-"));
});
afterEach(() => {
  server?.stop();
  server = undefined;
  fs.rmSync(dir, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

/** Starts the server from another process that is then killed; the server lives on without an owner. */
function startFromAProcessThatDies(): number {
  const module = path.join(import.meta.dirname, "index.ts");
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    const { pid } = await startEmbeddedPostgres({ dir: ${JSON.stringify(dir)} });
    process.stdout.write(String(pid), () => process.kill(process.pid, "SIGKILL"));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return Number(stdout);
}

it("starts on a free port of this machine only, behind a password that only its owner can read", async () => {
  server = await startEmbeddedPostgres({ dir, isDurable: false });
  expect(await query(server.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(fs.statSync(path.join(dir, "password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url);
  wrong.password = "guess";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

it("is gone after stop, and has its rows at the next start", async () => {
  server = await startEmbeddedPostgres({ dir });
  const { pid } = server;
  await query(server.url, "CREATE TABLE kept AS SELECT 1 AS n");
  server.stop();
  expect(processIdentity(pid)).toBeNull();
  server = await startEmbeddedPostgres({ dir });
  expect(await query(server.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
});

it("recovers every committed row after kill -9 of the server, restarted at once", async () => {
  server = await startEmbeddedPostgres({ dir });
  await query(server.url, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
  process.kill(server.pid, "SIGKILL");
  server = await startEmbeddedPostgres({ dir });
  expect(await query(server.url, "SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 1000 }]);
});

it("replaces a server whose starter was killed", async () => {
  const orphan = startFromAProcessThatDies();
  expect(processIdentity(orphan)).not.toBeNull();
  server = await startEmbeddedPostgres({ dir });
  expect(server.pid).not.toBe(orphan);
  expect(processIdentity(orphan)).toBeNull();
  expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("shares a server whose starter lives, and leaves it running", async () => {
  server = await startEmbeddedPostgres({ dir, isDurable: false });
  const second = await startEmbeddedPostgres({ dir });
  expect(second).toMatchObject({ pid: server.pid, isShared: true });
  second.stop();
  expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("starts although the number in postmaster.pid now belongs to another program", async () => {
  server = await startEmbeddedPostgres({ dir, isDurable: false });
  const pidFile = path.join(dir, "data", "postmaster.pid");
  const lines = fs.readFileSync(pidFile, "utf8").split("\n");
  server.stop();
  fs.writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
  server = await startEmbeddedPostgres({ dir });
  expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("begins again after an initdb that was killed halfway", async () => {
  fs.mkdirSync(path.join(dir, "data.unfinished"));
  fs.writeFileSync(path.join(dir, "data.unfinished", "PG_VERSION"), "18\n");
  server = await startEmbeddedPostgres({ dir, isDurable: false });
  expect(fs.existsSync(path.join(dir, "data.unfinished"))).toBe(false);
});

it("says in one sentence that the password file is missing", async () => {
  server = await startEmbeddedPostgres({ dir, isDurable: false });
  server.stop();
  fs.rmSync(path.join(dir, "password"));
  await expect(startEmbeddedPostgres({ dir })).rejects.toThrow(/^The password of the built-in Postgres is missing/);
});

it("says that the password does not fit, and leaves no server behind", async () => {
  server = await startEmbeddedPostgres({ dir, isDurable: false });
  server.stop();
  fs.writeFileSync(path.join(dir, "password"), "another\n");
  await expect(startEmbeddedPostgres({ dir })).rejects.toThrow(/does not fit its data folder/);
  expect(fs.existsSync(path.join(dir, "data", "postmaster.pid"))).toBe(false);
});

describe.runIf(process.getuid?.() === 0)("as root", () => {
  it("runs as nobody where user namespaces are closed, even below a private folder", async () => {
    fs.chmodSync(dir, 0o700);
    server = await startEmbeddedPostgres({ dir, isDurable: false, runAs: "nobody" });
    expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    const [{ folder }] = (await query(server.url, "SELECT current_setting('data_directory') AS folder")) as [
      { folder: string },
    ];
    expect(fs.statSync(folder).uid).toBe(65_534);
    server.stop();
    if (!folder.startsWith(dir)) fs.rmSync(path.dirname(folder), { recursive: true });
  });

  it("takes data that was made as nobody into a user namespace and back", async () => {
    fs.chmodSync(dir, 0o755);
    server = await startEmbeddedPostgres({ dir, runAs: "nobody" });
    await query(server.url, "CREATE TABLE kept AS SELECT 1 AS n");
    server.stop();
    server = await startEmbeddedPostgres({ dir });
    expect(await query(server.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    server.stop();
    server = await startEmbeddedPostgres({ dir, runAs: "nobody" });
    expect(await query(server.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  });
});
