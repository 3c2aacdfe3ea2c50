import { join } from "node:path";

export const BENCH = import.meta.dirname;
export const PACKAGE = join(BENCH, "..");
export const REPOSITORY = join(PACKAGE, "..", "..");

/** What is generated and may be deleted at any time. */
export const CACHE = join(REPOSITORY, ".data", "lm-bench");
/** What the site serves: `pages/`, `lm/` as the product builds it, and models in `ours/` and `theirs/`. */
export const SITE = join(CACHE, "site");
