"use client";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { useRouter } from "#i18n/navigation";
import { authClient } from "#shared/auth/auth-client";
import { tryAuth, type AuthTrouble } from "./auth-trouble.ts";
import { TextField } from "#shared/forms/text-field";
import { DoneLine, Panel } from "./panel.tsx";
import { TroubleLine } from "./trouble-line.tsx";

/** The name can change; the address is what the account is known by. */
export function NameForm({ name, email }: { name: string; email: string }) {
  const t = useTranslations("account");
  const router = useRouter();
  const [trouble, setTrouble] = useState<AuthTrouble | null>(null);
  const [isDone, setIsDone] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("name") ?? "");
    const result = await tryAuth(() => authClient.updateUser({ name: wanted }));
    setTrouble(result.trouble);
    setIsDone(result.trouble === null);
    if (!result.trouble) router.refresh();
  }

  return (
    <Panel title={t("page.who")} hint={email}>
      <form className="form" onSubmit={submit}>
        <TextField
          label={t("field.name")}
          name="name"
          defaultValue={name}
          autoComplete="name"
          maxLength={80}
          required
        />
        <TroubleLine trouble={trouble} />
        <DoneLine>{isDone ? t("page.nameSaved") : null}</DoneLine>
        <button className="btn sm" type="submit">
          {t("page.saveName")}
        </button>
      </form>
    </Panel>
  );
}
