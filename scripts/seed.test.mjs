import { afterEach, expect, it, vi } from "vitest";
import { seed } from "./seed.ts";

// Nobody answers here, so whoever tries to write the demo fails.
const nowhere = "postgresql://nobody@127.0.0.1:1/nothing";

afterEach(() => vi.unstubAllEnvs());

function stub(env) {
  const none = { NODE_ENV: "", APP_URL: "", FEWSHOT_DEMO: "" };
  for (const [name, value] of Object.entries({ ...none, ...env })) vi.stubEnv(name, value);
}

it.each([
  { NODE_ENV: "production" },
  { APP_URL: "https://learn.example.org" },
  { APP_URL: "http://192.0.2.7:3000" },
  { FEWSHOT_DEMO: "0" },
])("makes no account with a known password unasked: %o", async (env) => {
  stub(env);
  expect(await seed(nowhere)).toBeNull();
});

it.each([
  {},
  { APP_URL: "http://localhost:3000" },
  { APP_URL: "http://[::1]:3000" },
  { APP_URL: "https://learn.example.org", FEWSHOT_DEMO: "1" },
])("makes the demo on one's own machine, and where it is asked for: %o", async (env) => {
  stub(env);
  await expect(seed(nowhere)).rejects.toThrow();
});
