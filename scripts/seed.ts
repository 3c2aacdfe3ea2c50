// Fills a database with the demo class: `node --import tsx scripts/seed.ts` with DATABASE_URL. Part of `npm start`.
import { hashPassword } from "../packages/api/src/auth/password.ts";
import { DEMO_EMAILS, DEMO_JOIN_CODE, DEMO_PASSWORD, seedDemoAt } from "../packages/db/src/seed.ts";

export interface Demo {
  emails: string[];
  password: string;
  joinCode: string;
}

/**
 * @returns what to tell people about the demo, or null where there is none: FEWSHOT_DEMO=0, a production environment
 *   without FEWSHOT_DEMO=1, or a database that real people use.
 */
export async function seed(url: string): Promise<Demo | null> {
  const { NODE_ENV, FEWSHOT_DEMO } = process.env;
  if (FEWSHOT_DEMO === "0" || (NODE_ENV === "production" && FEWSHOT_DEMO !== "1")) return null;
  const isThere = await seedDemoAt(url, { hashPassword, now: new Date() });
  return isThere ? { emails: DEMO_EMAILS, password: DEMO_PASSWORD, joinCode: DEMO_JOIN_CODE } : null;
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env.DATABASE_URL;
  const demo = url ? await seed(url) : null;
  console.log(demo ? `Demo accounts: ${demo.emails.join(", ")}; password ${demo.password}` : "No demo was made.");
}
