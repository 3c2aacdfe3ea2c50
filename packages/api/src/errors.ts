import { TRPCError } from "@trpc/server";

/**
 * Everything a procedure can answer besides success. Free of any language: the web app owns the words.
 * A thing that is absent and a thing that belongs to somebody else are both `not-found`.
 */
export const errorReasons = {
  "not-signed-in": "UNAUTHORIZED",
  "wrong-password": "FORBIDDEN",
  forbidden: "FORBIDDEN",
  "not-a-learner": "FORBIDDEN",
  "not-found": "NOT_FOUND",
  "unknown-join-code": "NOT_FOUND",
  "unknown-module": "NOT_FOUND",
  "attempts-used-up": "CONFLICT",
  "attempt-open": "CONFLICT",
  "assignment-open": "CONFLICT",
  "rate-limited": "TOO_MANY_REQUESTS",
  "invalid-input": "BAD_REQUEST",
  "bad-request": "BAD_REQUEST",
  internal: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<string, TRPCError["code"]>;

export type ErrorReason = keyof typeof errorReasons;

/** An error whose `reason` reaches the browser. Its stack and its cause do not. */
export class AppError extends TRPCError {
  readonly reason: ErrorReason;
  readonly retryAfterSeconds: number | null;

  constructor(reason: ErrorReason, retryAfterSeconds: number | null = null) {
    super({ code: errorReasons[reason], message: reason });
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Reason of any error: its own, or the nearest that tells nothing about the inside of the server. */
export function reasonOf(error: TRPCError): ErrorReason {
  if (error instanceof AppError) return error.reason;
  if (error.code === "NOT_FOUND") return "not-found";
  if (error.code === "INTERNAL_SERVER_ERROR") return "internal";
  return error.code === "BAD_REQUEST" ? "invalid-input" : "bad-request";
}
