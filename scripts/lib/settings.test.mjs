import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { authSecret, givenPort } from "./settings.mjs";

let folder;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-settings-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true });
});

it("makes a secret once and keeps it where only its owner can read it", () => {
  vi.stubEnv("BETTER_AUTH_SECRET", "");
  const secret = authSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(authSecret(folder)).toBe(secret);
  expect(fs.statSync(path.join(folder, "auth-secret")).mode & 0o777).toBe(0o600);
});

it("prefers the secret it is given, and refuses a short one", () => {
  vi.stubEnv("BETTER_AUTH_SECRET", "x".repeat(32));
  expect(authSecret(folder)).toBe("x".repeat(32));
  vi.stubEnv("BETTER_AUTH_SECRET", "short");
  expect(() => authSecret(folder)).toThrow(/at least 32 characters/);
});

it("reads PORT, and takes an empty one for none", () => {
  vi.stubEnv("PORT", "8080");
  expect(givenPort()).toBe(8080);
  vi.stubEnv("PORT", "");
  expect(givenPort()).toBeNull();
});

it.each(["abc", "0", "65536", "80.5", "-1"])("refuses PORT=%s in one sentence", (port) => {
  vi.stubEnv("PORT", port);
  expect(() => givenPort()).toThrow(`PORT is "${port}"; it must be a number from 1 to 65535.`);
});
