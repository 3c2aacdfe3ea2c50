import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { AppError, errorReasons, reasonOf, type ErrorReason } from "./errors.ts";

describe("reasonOf", () => {
  it.each(Object.keys(errorReasons) as ErrorReason[])("keeps the reason %s", (reason) => {
    expect(reasonOf(new AppError(reason))).toBe(reason);
  });

  it.each([
    ["NOT_FOUND", "not-found"],
    ["BAD_REQUEST", "invalid-input"],
    ["INTERNAL_SERVER_ERROR", "internal"],
    ["METHOD_NOT_SUPPORTED", "bad-request"],
  ] as const)("says of a library's %s no more than %s", (code, reason) => {
    expect(reasonOf(new TRPCError({ code, message: 'relation "app_user" does not exist' }))).toBe(reason);
  });
});
