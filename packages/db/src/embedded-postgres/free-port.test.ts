import net from "node:net";
import { expect, it } from "vitest";
import { findFreePort, isPortFree } from "./free-port.ts";

function listen(port: number): Promise<net.Server> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(port, "127.0.0.1", () => {
      resolve(server);
    });
  });
}

it("passes over a port that is taken", async () => {
  const server = await listen(0);
  const { port } = server.address() as net.AddressInfo;
  expect(await isPortFree(port)).toBe(false);
  expect(await findFreePort(port)).toBeGreaterThan(port);
  server.close();
});
