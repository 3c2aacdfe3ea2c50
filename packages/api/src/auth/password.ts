import { hash, verify } from "@node-rs/argon2";

/** Argon2id at OWASP's floor: 19 MiB, two passes, one lane. `memoryCost` in KiB. */
export const passwordParameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Length of a password in UTF-16 units, both ends included. */
export const passwordLength = { min: 8, max: 128 } as const;

const slots = 2;
const waiting: (() => void)[] = [];
let busy = 0;

/** Runs at most two hashes at once, in order of arrival, so that a login storm cannot starve autosaves. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy < slots) busy += 1;
  else await new Promise<void>((resume) => waiting.push(resume));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

/**
 * Hashes a password with argon2id and a fresh salt.
 *
 * @param password - As typed. Normalised (NFKC), so that the same word typed on another keyboard still matches.
 * @returns PHC string, `$argon2id$v=19$m=19456,t=2,p=1$...`.
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), passwordParameters));
}

/** Compares a typed password with a PHC string in constant time; false, never an error, when the hash is malformed. */
export function verifyPassword({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> {
  return inTurn(() => verify(stored, password.normalize("NFKC")).catch(() => false));
}
