import { z } from "zod";

const Environment = z.object({
  /** Where people reach this server; the origin that writes must come from. */
  APP_URL: z.url("must be a URL such as https://learn.example.org").optional(),
  /** Postgres 15 or newer. Absent while building, and where pages are served without a database. */
  DATABASE_URL: z.url("must be a URL such as postgresql://user:password@host:5432/fewshot").optional(),
  /** Signs session cookies. */
  BETTER_AUTH_SECRET: z.string().min(32, "must have at least 32 characters; `npm start` makes one").optional(),
  /** Header in which our own reverse proxy states the visitor's address. Without one, no address is believed. */
  TRUSTED_IP_HEADER: z
    .string()
    .regex(/^[a-z0-9-]+$/i, "must be the name of a header, such as x-real-ip")
    .optional(),
  PORT: z.coerce.number("must be a port number").int().min(1).max(65_535).default(3000),
});

function readEnvironment() {
  // An empty variable is one that was not set.
  const given = Object.entries(process.env).filter(([, value]) => value !== "");
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new Error(`These environment variables cannot be used:\n${lines.join("\n")}`);
}

const variables = readEnvironment();

/** The settings of this process. The only place that reads the environment; every bad variable is named at the start. */
export const env = {
  isDevelopment: process.env.NODE_ENV === "development",
  appUrl: variables.APP_URL ?? `http://localhost:${variables.PORT}`,
  databaseUrl: variables.DATABASE_URL ?? null,
  authSecret: variables.BETTER_AUTH_SECRET ?? null,
  trustedIpHeader: variables.TRUSTED_IP_HEADER ?? null,
};
