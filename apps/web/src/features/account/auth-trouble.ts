import type { Messages } from "#messages/index";

/** A key of the messages `account.trouble`. */
export type AuthTrouble = keyof Messages["account"]["trouble"];

/** What better-auth answers when it refuses. */
export type AuthError = { status: number; code?: string | undefined };

const byCode: Readonly<Record<string, AuthTrouble>> = {
  INVALID_EMAIL_OR_PASSWORD: "wrongCredentials",
  INVALID_EMAIL: "invalidEmail",
  INVALID_NAME: "invalidName",
  INVALID_PASSWORD: "wrongPassword",
  PASSWORD_TOO_SHORT: "passwordShort",
  PASSWORD_TOO_LONG: "passwordLong",
  PASSWORD_TOO_COMMON: "passwordCommon",
  TOO_MANY_ATTEMPTS: "tooMany",
  USER_ALREADY_EXISTS: "emailTaken",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "emailTaken",
};

/** The words for a refusal. A status of 0 is no answer at all. */
export function authTrouble({ status, code }: AuthError): AuthTrouble {
  const known = code === undefined ? undefined : byCode[code];
  if (known) return known;
  if (status === 429) return "tooMany";
  return status === 0 ? "network" : "unknown";
}

/** Runs a call of the auth client; no answer from the network becomes an error like any other. */
export async function tryAuth<T>(
  call: () => Promise<{ data: T | null; error: AuthError | null }>,
): Promise<{ data: T | null; trouble: AuthTrouble | null }> {
  try {
    const { data, error } = await call();
    return { data, trouble: error ? authTrouble(error) : null };
  } catch {
    return { data: null, trouble: "network" };
  }
}
