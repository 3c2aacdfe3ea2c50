import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";
import { hashPassword, verifyPassword } from "./password.ts";

describe("hashPassword", () => {
  it("makes an argon2id hash of 19 MiB and two passes that verifies, and only for its password", async () => {
    const hash = await hashPassword("correct horse");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword({ hash, password: "correct horse" })).toBe(true);
    expect(await verifyPassword({ hash, password: "correct hors" })).toBe(false);
  });

  it("salts: the same password gives another hash", async () => {
    expect(await hashPassword("correct horse")).not.toBe(await hashPassword("correct horse"));
  });

  it("takes full-width and composed letters for the same as typed on another keyboard", async () => {
    const hash = await hashPassword("ｐａｓｓé１２３");
    expect(await verifyPassword({ hash, password: "passe\u0301123" })).toBe(true);
  });

  it("answers false for a malformed hash", async () => {
    expect(await verifyPassword({ hash: "not a hash", password: "x" })).toBe(false);
  });

  it("gets through a storm of hashes, each with its own answer", async () => {
    const hash = await hashPassword("password of many");
    const guesses = Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? "password of many" : "another"));
    const answers = await Promise.all(guesses.map((password) => verifyPassword({ hash, password })));
    expect(answers).toEqual(guesses.map((guess) => guess === "password of many"));
  });
});

describe("isCommonPassword", () => {
  it.each(["password1", "PassWord123", "woaini1314", "ｑｗｅｒｔｙ１２３", "aaaaaaaaaa", "23456789", "hgfedcba"])(
    "refuses %s",
    (password) => {
      expect(isCommonPassword(password)).toBe(true);
    },
  );

  it.each(["correct horse", "地球上的一句话", "abcdefgx", "12345679"])("accepts %s", (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});
