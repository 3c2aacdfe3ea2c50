"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { useRouter } from "#i18n/navigation";
import { FailureNote } from "#shared/failure-note";
import { useTRPC } from "#shared/trpc/client";
import { Field } from "#shared/forms/field";

/** Into a class with its code. Joining twice is joining once. */
export function JoinForm() {
  const t = useTranslations("classroom.join");
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const join = useMutation(
    trpc.class.join.mutationOptions({
      networkMode: "always",
      onSuccess: async ({ classId }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.class.pathKey() });
        router.push(`/classes/${classId}`);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim();
    setMissing(typed === "");
    if (typed !== "" && !join.isPending) join.mutate({ code: typed });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field label={t("code")} hint={t("hint")} problem={isMissing ? t("missing") : null}>
        {(wiring) => (
          <input
            {...wiring}
            className="field join-code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <p>
        <button type="submit" className="btn" disabled={join.isPending}>
          {t(join.isPending ? "working" : "action")}
        </button>
      </p>
      {join.error ? <FailureNote failure={join.error} /> : null}
    </form>
  );
}
