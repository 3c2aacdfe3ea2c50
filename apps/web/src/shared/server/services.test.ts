import { createServices } from "@fewshot/api/server";
import { expect, it, vi } from "vitest";
import { services } from "./services.ts";

vi.mock("server-only", () => ({}));
vi.mock("@fewshot/api/server", () => ({ createServices: vi.fn(() => ({})) }));
vi.mock("#env", () => ({
  env: { databaseUrl: "postgresql://host/db", authSecret: "s".repeat(32), appUrl: "http://localhost" },
}));

it("writes what fails inside the accounts and the procedures into the log of the server", () => {
  services();
  const settings = vi.mocked(createServices).mock.calls[0]?.[0];
  const write = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  settings?.onError?.({ error: new Error("the pool is empty"), path: "/api/auth" });
  const [line] = write.mock.calls[0] ?? [];
  write.mockRestore();
  expect(JSON.parse(String(line))).toMatchObject({
    level: "error",
    where: "/api/auth",
    message: "the pool is empty",
  });
});
