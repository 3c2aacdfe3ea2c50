"use client";
import type { Locale } from "@fewshot/quiz";
import { Segmented } from "@fewshot/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNote } from "#shared/failure-note";
import { useTRPC } from "#shared/trpc/client";
import { DoneLine, Panel } from "./panel.tsx";

const choices = [
  { value: "zh", label: "中文" },
  { value: "en", label: "English" },
] as const;

/** The language kept with the account. */
export function LanguageForm({ locale }: { locale: Locale }) {
  const t = useTranslations("account.page");
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<Locale>(locale);
  const save = useMutation(
    trpc.account.setLocale.mutationOptions({ onSuccess: ({ locale: saved }) => setChosen(saved) }),
  );
  return (
    <Panel title={t("language")} hint={t("languageHint")}>
      <div className="grid justify-items-start gap-3">
        <Segmented<Locale>
          label={t("language")}
          choices={choices}
          value={chosen}
          disabled={save.isPending}
          onChange={(value) => save.mutate({ locale: value })}
        />
        <DoneLine>{save.isSuccess ? t("languageSaved") : null}</DoneLine>
        {save.error ? <FailureNote failure={save.error} /> : null}
      </div>
    </Panel>
  );
}
