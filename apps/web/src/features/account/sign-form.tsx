"use client";
import type { Locale } from "@fewshot/quiz";
import { useLocale, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Link } from "#i18n/navigation";
import { authClient } from "#shared/auth/auth-client";
import { tryAuth, type AuthTrouble } from "./auth-trouble.ts";
import { TextField } from "#shared/forms/text-field";
import { TroubleLine } from "./trouble-line.tsx";

export type SignFormProps = {
  mode: "signIn" | "signUp";
  /** Where to go afterwards: a path of ours, with its locale. null: to the course, in the language of the account. */
  next: string | null;
};

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

function languageOf(user: object | undefined): Locale | null {
  const language: unknown = user && "locale" in user ? user.locale : null;
  return language === "zh" || language === "en" ? language : null;
}

/** E-mail and password, for coming back or for the first time. */
export function SignForm({ mode, next }: SignFormProps) {
  const t = useTranslations("account");
  const locale = useLocale();
  const [trouble, setTrouble] = useState<AuthTrouble | null>(null);
  const [isSending, setIsSending] = useState(false);
  const isNew = mode === "signUp";
  const otherWay = { pathname: isNew ? "/sign-in" : "/sign-up", query: next ? { next } : {} };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const credentials = { email: text(form, "email"), password: text(form, "password") };
    setIsSending(true);
    const person = { ...credentials, name: text(form, "name"), locale };
    const result = await tryAuth(() =>
      isNew ? authClient.signUp.email(person) : authClient.signIn.email(credentials),
    );
    setTrouble(result.trouble);
    setIsSending(false);
    // A whole page load: what was rendered for a visitor must not stay.
    if (!result.trouble) location.assign(next ?? `/${languageOf(result.data?.user) ?? locale}/course`);
  }

  return (
    <form className="form" onSubmit={submit}>
      {isNew ? (
        <TextField
          label={t("field.name")}
          hint={t("signUp.nameHint")}
          name="name"
          autoComplete="name"
          maxLength={80}
          required
        />
      ) : null}
      <TextField label={t("field.email")} name="email" type="email" autoComplete="email" required />
      <TextField
        label={t("field.password")}
        hint={isNew ? t("field.passwordHint") : undefined}
        name="password"
        type="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        minLength={isNew ? 8 : undefined}
        maxLength={128}
        required
      />
      <TroubleLine trouble={trouble} />
      <button className="btn primary" type="submit" disabled={isSending}>
        {t(`${mode}.submit`)}
      </button>
      <p className="small dim">
        {t(`${mode}.other`)} <Link href={otherWay}>{t(`${mode}.otherLink`)}</Link>
      </p>
    </form>
  );
}
