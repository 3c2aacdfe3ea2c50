"use client";
import { useLocale } from "next-intl";
import { Link, usePathname } from "#i18n/navigation";

type Props = {
  signIn: string;
  signUp: string;
  /** `aside`: small and plain, where something else is the one thing to do. */
  look?: "main" | "aside";
};

/** The two ways into an account; both lead back to this page. */
export function SignInLinks({ signIn, signUp, look = "main" }: Props) {
  const next = `/${useLocale()}${usePathname()}`;
  const other = look === "aside" ? "btn sm" : "btn";
  return (
    <span className="choices">
      <Link className={look === "aside" ? other : `${other} primary`} href={{ pathname: "/sign-in", query: { next } }}>
        {signIn}
      </Link>
      <Link className={other} href={{ pathname: "/sign-up", query: { next } }}>
        {signUp}
      </Link>
    </span>
  );
}
