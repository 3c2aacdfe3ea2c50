import { createDb, type Db } from "@fewshot/db";
import { createAuth, type Auth } from "./auth/auth.ts";
import type { Catalogue } from "./catalogue.ts";
import { createCourseCatalogue } from "./course-catalogue.ts";
import type { ApiDeps } from "./create-context.ts";

export type ServiceSettings = {
  databaseUrl: string;
  /** At least 32 characters. */
  authSecret: string;
  /** Our public origin. Cookies are `Secure` if it is https. */
  appUrl: string;
  /** Header set by our own proxy, for example "x-real-ip". Leave out where no proxy stands in front. */
  trustedIpHeader?: string;
  /** Told what failed inside the server, for its log. */
  onError?: (failure: { error: unknown; path?: string }) => void;
};

/** Everything that lives as long as the process. Fits wherever `ApiDeps` is asked for. */
export type Services = ApiDeps & {
  db: Db;
  auth: Auth;
  catalogue: Catalogue;
  /** Can requests be served? One query, 300 ms at most; false, never an error, when the database is away. */
  ready(): Promise<boolean>;
  /** Ends the pool, after the queries that are running. */
  close(): Promise<void>;
};

const readyWithinMs = 300;

/** Opens everything the server needs. Once per process: the web app keeps the result on globalThis. */
export function createServices({
  databaseUrl,
  authSecret,
  appUrl,
  trustedIpHeader,
  onError,
}: ServiceSettings): Services {
  const { db, close } = createDb(databaseUrl);
  const proxy = trustedIpHeader ? { trustedIpHeader } : {};
  return {
    db,
    auth: createAuth({
      db,
      secret: authSecret,
      baseUrl: appUrl,
      onError: (error) => onError?.({ error, path: "/api/auth" }),
      ...proxy,
    }),
    catalogue: createCourseCatalogue(),
    appUrl,
    onError,
    ...proxy,
    ready: () => isReady(db),
    close,
  };
}

async function isReady(db: Db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), readyWithinMs);
  });
  const answered = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
