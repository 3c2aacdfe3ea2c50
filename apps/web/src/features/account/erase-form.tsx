"use client";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FailureNote } from "#shared/failure-note";
import { useTRPC } from "#shared/trpc/client";
import { TextField } from "#shared/forms/text-field";
import { Panel } from "./panel.tsx";

/** The end of the account: asked for twice, the second time with the password. */
export function EraseForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const locale = useLocale();
  const trpc = useTRPC();
  const [isAsking, setIsAsking] = useState(false);
  const erase = useMutation(
    // A whole page load: nothing of the person may stay in memory.
    trpc.account.erase.mutationOptions({ onSuccess: () => location.assign(`/${locale}`) }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    erase.mutate({ password: String(new FormData(event.currentTarget).get("password") ?? "") });
  }

  return (
    <Panel title={t("page.erase")} hint={t("page.eraseHint")}>
      {isAsking ? (
        <form className="form" onSubmit={submit}>
          <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
          <TextField
            label={t("field.currentPassword")}
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={128}
            required
          />
          {erase.error ? <FailureNote failure={erase.error} /> : null}
          <div className="flex gap-3">
            <button className="btn sm" type="submit" disabled={erase.isPending}>
              {t("page.eraseConfirm")}
            </button>
            <button className="tool" type="button" onClick={() => setIsAsking(false)}>
              {t("page.eraseCancel")}
            </button>
          </div>
        </form>
      ) : (
        <button className="btn sm" type="button" onClick={() => setIsAsking(true)}>
          {t("page.eraseStart")}
        </button>
      )}
    </Panel>
  );
}
