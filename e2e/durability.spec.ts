import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";

const PORT = 3198;
const ORIGIN = `http://localhost:${PORT}`;
const ROUNDS = 3;
const SAVES_A_ROUND = 25;

const root = path.resolve(import.meta.dirname, "..");

/** Starts the app as a user would, in its own process group, and waits until it answers. */
async function startApp(dataDir: string): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(PORT), APP_URL: ORIGIN, FEWSHOT_DATA_DIR: dataDir };
  const app = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env, detached: true, stdio: "ignore" });
  const isReady = () =>
    fetch(`${ORIGIN}/api/health/ready`).then(
      (reply) => reply.ok,
      () => false,
    );
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
  return app;
}

/** Everything that was started for this data folder: launcher, web server, Postgres and its workers. */
function processesOf(dataDir: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && environmentOf(pid).includes(dataDir));
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return ""; // It ended, or is not ours to read.
  }
}

/** kill -9, with no time for anybody to say goodbye. */
function killEverything(dataDir: string): void {
  for (const pid of processesOf(dataDir)) process.kill(pid, "SIGKILL");
}

/** A signed-in client that speaks the wire format of the API. */
class Client {
  #cookie = "";

  async #post(url: string, body: unknown): Promise<unknown> {
    const headers = { "content-type": "application/json", origin: ORIGIN, cookie: this.#cookie };
    const reply = await fetch(ORIGIN + url, { method: "POST", headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
    const cookies = reply.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    if (cookies.length > 0) this.#cookie = cookies.join("; ");
    return reply.json();
  }

  signUp(): Promise<unknown> {
    const email = `durable-${Date.now()}@example.test`;
    return this.#post("/api/auth/sign-up/email", { name: "Durable", email, password: "a long enough passphrase" });
  }

  async mutate(procedure: string, input: unknown): Promise<Record<string, unknown>> {
    const reply = (await this.#post(`/api/trpc/${procedure}`, { json: input })) as {
      result: { data: { json: never } };
    };
    return reply.result.data.json;
  }

  async query(procedure: string, input: unknown): Promise<Record<string, unknown>> {
    const url = `${ORIGIN}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
    const reply = await fetch(url, { headers: { cookie: this.#cookie } });
    if (!reply.ok) throw new Error(`${procedure}: ${reply.status} ${await reply.text()}`);
    return ((await reply.json()) as { result: { data: { json: never } } }).result.data.json;
  }
}

interface Slot {
  position: number;
  item: { kind: string };
  draft: { response: unknown; rev: number } | null;
}

/** The newest answer that a save acknowledged, and the newest that was sent. */
interface Ledger {
  acknowledged: number;
  rev: number;
  sent: number;
}

interface Attempt {
  client: Client;
  attemptId: string;
  position: number;
  clientId: string;
}

async function openSlots(client: Client, attemptId: string): Promise<Slot[]> {
  return (await client.query("quiz.attempt", { attemptId, locale: "en" })).slots as Slot[];
}

async function startAttempt(client: Client): Promise<Attempt> {
  const target = { moduleSlug: "predict-next-token" };
  const { attemptId } = (await client.mutate("quiz.start", { target, requestId: crypto.randomUUID() })) as never;
  const numeric = (await openSlots(client, attemptId)).find((slot) => slot.item.kind === "numeric");
  if (!numeric) throw new Error("the quiz has no numeric question to write into");
  return { client, attemptId, position: numeric.position, clientId: crypto.randomUUID() };
}

interface Kill {
  /** Number of the save during which it happens. */
  at: number;
  now: () => void;
}

/** Saves 1, 2, 3, … one after another until the kill. */
async function saveUntilKilled(attempt: Attempt, ledger: Ledger, kill: Kill): Promise<Ledger> {
  const { client, ...slot } = attempt;
  for (let { acknowledged, rev, sent } = ledger; ;) {
    sent += 1;
    const response = { text: String(sent) };
    const saving = client.mutate("quiz.save", { ...slot, response, baseRev: rev, clientSeq: sent });
    if (sent === kill.at) kill.now();
    const result = await saving.catch(() => null);
    if (!result || sent > kill.at) return { acknowledged, rev, sent };
    acknowledged = sent;
    rev = result.rev as number;
  }
}

test("kill -9 of the app and of Postgres during autosaves loses no acknowledged answer", async () => {
  test.setTimeout(240_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), "fewshot-durability-"));
  let app = await startApp(dataDir);
  try {
    const client = new Client();
    await client.signUp();
    const attempt = await startAttempt(client);
    let ledger: Ledger = { acknowledged: 0, rev: 0, sent: 0 };
    for (let round = 1; round <= ROUNDS; round += 1) {
      const killAt = ledger.sent + round * SAVES_A_ROUND;
      ledger = await saveUntilKilled(attempt, ledger, { at: killAt, now: () => killEverything(dataDir) });
      app = await startApp(dataDir);
      const slots = await openSlots(client, attempt.attemptId);
      const kept = slots.find((slot) => slot.position === attempt.position)?.draft;
      const keptNumber = Number((kept?.response as { text: string } | undefined)?.text ?? 0);
      // The save that was cut may have been committed without its reply; anything older than the last reply is a loss.
      expect(keptNumber).toBeGreaterThanOrEqual(ledger.acknowledged);
      expect(keptNumber).toBeLessThanOrEqual(ledger.sent);
      expect(ledger.acknowledged, "the kill must hit while saves are under way").toBeGreaterThanOrEqual(killAt - 1);
      ledger = { acknowledged: keptNumber, rev: kept?.rev ?? 0, sent: ledger.sent };
    }
  } finally {
    if (app.pid) process.kill(-app.pid, "SIGTERM");
  }
});
