// Fills a database with the demo class: `node --import tsx scripts/seed.ts` with DATABASE_URL. Part of `npm start`.
import { hashPassword } from "../packages/api/src/auth/password.ts";
import { DEMO_EMAILS, DEMO_JOIN_CODE, DEMO_PASSWORD, seedDemoAt } from "../packages/db/src/seed.ts";

export interface Demo {
  emails: string[];
  password: string;
  joinCode: string;
}

const ownNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Can people other than us come here? There, accounts whose password stands in this repository must be asked for. */
function isPublic({ NODE_ENV, APP_URL }: NodeJS.ProcessEnv): boolean {
  if (NODE_ENV === "production") return true;
  return APP_URL !== undefined && URL.canParse(APP_URL) && !ownNames.has(new URL(APP_URL).hostname);
}

/**
 * @returns what to tell people about the demo, or null where there is none: FEWSHOT_DEMO=0, a production environment
 *   or an APP_URL of another machine without FEWSHOT_DEMO=1, or a database that real people use.
 */
export async function seed(url: string): Promise<Demo | null> {
  const { FEWSHOT_DEMO } = process.env;
  if (FEWSHOT_DEMO === "0" || (isPublic(process.env) && FEWSHOT_DEMO !== "1")) return null;
  const isThere = await seedDemoAt(url, { hashPassword, now: new Date() });
  return isThere ? { emails: DEMO_EMAILS, password: DEMO_PASSWORD, joinCode: DEMO_JOIN_CODE } : null;
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env.DATABASE_URL;
  const demo = url ? await seed(url) : null;
  console.log(demo ? `Demo accounts: ${demo.emails.join(", ")}; password ${demo.password}` : "No demo was made.");
}
