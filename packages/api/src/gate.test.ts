import { describe, expect, it } from "vitest";
import { gateRequest, requestLimits } from "./gate.ts";

const origin = "https://learn.example.org";
const json = { origin, "content-type": "application/json" };

const post = (headers: Record<string, string>, body: string | ReadableStream = "{}") =>
  new Request(`${origin}/api/trpc/account.me`, { method: "POST", headers, body, duplex: "half" } as RequestInit);

async function statusOf(request: Request): Promise<number | "through"> {
  const gated = await gateRequest(request, origin);
  return gated instanceof Response ? gated.status : "through";
}

describe("gateRequest", () => {
  it.each([
    ["our own origin", { origin }, "through"],
    ["a browser's word where no origin is sent", { "sec-fetch-site": "same-origin" }, "through"],
    ["a foreign origin", { origin: "https://evil.example" }, 403],
    [
      "a foreign origin with a browser's word",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
      403,
    ],
    ["our host on another port", { origin: "https://learn.example.org:8443" }, 403],
    ["our host without encryption", { origin: "http://learn.example.org" }, 403],
    ["our name as the start of another", { origin: "https://learn.example.org.evil.example" }, 403],
    ["the origin of a sandboxed frame", { origin: "null" }, 403],
    ["a sister site", { "sec-fetch-site": "same-site" }, 403],
    ["no origin at all", {}, 403],
  ] as [string, Record<string, string>, number | "through"][])(
    "judges a write from %s",
    async (_, headers, expected) => {
      expect(await statusOf(post({ "content-type": "application/json", ...headers }))).toBe(expected);
    },
  );

  it.each([
    ["application/json", "through"],
    ["Application/JSON; charset=utf-8", "through"],
    ["multipart/form-data; boundary=x", 415],
    ["application/x-www-form-urlencoded", 415],
    ["text/plain", 415],
    ["application/octet-stream", 415],
    ["text/plain; application/json", 415],
    ["application/jsonp", 415],
  ])("takes %s or not", async (type, expected) => {
    expect(await statusOf(post({ origin, "content-type": type }))).toBe(expected);
  });

  it("lets reads through from anywhere, since a browser keeps their answers from foreign pages", async () => {
    const read = new Request(`${origin}/api/trpc/account.me`, { headers: { origin: "https://evil.example" } });
    expect(await statusOf(read)).toBe("through");
  });

  it("takes a body of exactly the limit and refuses one byte more, declared or not", async () => {
    const exact = "x".repeat(requestLimits.bodyBytes);
    expect(await statusOf(post(json, exact))).toBe("through");
    expect(await statusOf(post(json, `${exact}x`))).toBe(413);
    expect(await statusOf(post({ ...json, "content-length": "999999999" }))).toBe(413);
  });

  it("stops reading an endless body at the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384));
        // Endless enough: a gate that reads on fails below instead of hanging.
        if (sent > 16 * requestLimits.bodyBytes) controller.close();
      },
    });
    expect(await statusOf(post(json, endless))).toBe(413);
    expect(sent).toBeLessThan(requestLimits.bodyBytes + 5 * 16_384);
  });

  it("hands on the body it read", async () => {
    const gated = await gateRequest(post(json, '{"a":"中"}'), origin);
    expect(gated instanceof Request && (await gated.json())).toEqual({ a: "中" });
  });

  it("refuses an address longer than the limit", async () => {
    const long = `${origin}/api/trpc/a?input=${"x".repeat(requestLimits.urlBytes)}`;
    expect(await statusOf(new Request(long))).toBe(414);
  });
});
