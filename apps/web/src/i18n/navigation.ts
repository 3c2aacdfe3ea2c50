import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing.ts";

/** Next's navigation, with paths that have no locale: it is added. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
