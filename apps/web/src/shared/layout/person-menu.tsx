"use client";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";
import { signOut } from "../auth/sign-out.ts";
import { Menu } from "./menu.tsx";

/** Progress, account and the way out, for somebody who is signed in. */
export function PersonMenu({ name }: { name: string }) {
  const t = useTranslations("common.nav");

  async function leave() {
    await signOut();
    // A whole page load: nothing of the person may stay in memory.
    location.reload();
  }

  return (
    <Menu className="person" label={<span className="person-name">{name || t("person")}</span>}>
      <Link href="/progress">{t("progress")}</Link>
      <Link href="/account">{t("account")}</Link>
      <button type="button" onClick={leave}>
        {t("signOut")}
      </button>
    </Menu>
  );
}
