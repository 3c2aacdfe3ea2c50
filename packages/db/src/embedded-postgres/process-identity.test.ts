import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { processCommand, processIdentity } from "./process-identity.ts";

it("names a living process the same each time and forgets it once it has ended", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const pid = child.pid!;
  const first = processIdentity(pid);
  expect(first).toMatch(new RegExp(`^${String(pid)} .+`));
  expect(processIdentity(pid)).toBe(first);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(processIdentity(pid)).toBeNull();
});

it("reads the command line of this process", () => {
  expect(processCommand(process.pid)).toContain("node");
});
