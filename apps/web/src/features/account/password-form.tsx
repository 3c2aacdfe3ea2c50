"use client";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { authClient } from "#shared/auth/auth-client";
import { tryAuth, type AuthTrouble } from "./auth-trouble.ts";
import { TextField } from "#shared/forms/text-field";
import { DoneLine, Panel } from "./panel.tsx";
import { TroubleLine } from "./trouble-line.tsx";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** A new password; it ends every other session. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const [trouble, setTrouble] = useState<AuthTrouble | null>(null);
  const [isDone, setIsDone] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const change = {
      currentPassword: text(form, "current"),
      newPassword: text(form, "new"),
      revokeOtherSessions: true,
    };
    const result = await tryAuth(() => authClient.changePassword(change));
    setTrouble(result.trouble);
    setIsDone(result.trouble === null);
    if (!result.trouble) element.reset();
  }

  return (
    <Panel title={t("page.password")} hint={t("page.passwordHint")}>
      <form className="form" onSubmit={submit}>
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
        <TextField
          label={t("field.currentPassword")}
          name="current"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          required
        />
        <TextField
          label={t("field.newPassword")}
          hint={t("field.passwordHint")}
          name="new"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          required
        />
        <TroubleLine trouble={trouble} />
        <DoneLine>{isDone ? t("page.passwordSaved") : null}</DoneLine>
        <button className="btn sm" type="submit">
          {t("page.changePassword")}
        </button>
      </form>
    </Panel>
  );
}
