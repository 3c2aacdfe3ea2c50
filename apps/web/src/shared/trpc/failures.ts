import type { ErrorReason } from "@fewshot/api";
import { TRPCClientError } from "@trpc/client";

/** Why a call failed, as far as a person is concerned. */
export type FailureReason = ErrorReason | "network";

type ErrorData = { reason?: ErrorReason } | null | undefined;

/** The server's reason; `network` if no answer came at all; `internal` for anything that cannot be told. */
export function failureReason(failure: unknown): FailureReason {
  if (!(failure instanceof TRPCClientError)) return failure instanceof TypeError ? "network" : "internal";
  const reason = (failure.data as ErrorData)?.reason;
  if (reason) return reason;
  // fetch rejects with a TypeError when it gets no response.
  return failure.cause instanceof TypeError ? "network" : "internal";
}

/** The session has ended, or was ended elsewhere. */
export function isSignedOut(failure: unknown): boolean {
  return failureReason(failure) === "not-signed-in";
}
