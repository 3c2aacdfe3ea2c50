import { describe, expect, it } from "vitest";
import { authTrouble, tryAuth } from "./auth-trouble.ts";

describe("authTrouble", () => {
  it("does not say whether it was the address or the password", () => {
    expect(authTrouble({ status: 401, code: "INVALID_EMAIL_OR_PASSWORD" })).toBe("wrongCredentials");
  });

  it("asks for patience when a limit was hit, whichever limit it was", () => {
    expect(authTrouble({ status: 429 })).toBe("tooMany");
    expect(authTrouble({ status: 429, code: "TOO_MANY_ATTEMPTS" })).toBe("tooMany");
  });

  it("blames the server for what it does not know", () => {
    expect(authTrouble({ status: 500 })).toBe("unknown");
    expect(authTrouble({ status: 400, code: "SOMETHING_NEW" })).toBe("unknown");
  });
});

describe("tryAuth", () => {
  it("turns a call without an answer into a message about the network", async () => {
    const result = await tryAuth(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(result).toEqual({ data: null, trouble: "network" });
  });

  it("hands on what was answered", async () => {
    expect(await tryAuth(() => Promise.resolve({ data: 1, error: null }))).toEqual({ data: 1, trouble: null });
  });
});
