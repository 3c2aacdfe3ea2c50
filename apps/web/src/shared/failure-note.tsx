"use client";
import { StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { failureReason } from "./trpc/failures.ts";

/** What happened, what was kept and what to do, for a call that failed. One line, announced. */
export function FailureNote({ failure }: { failure: unknown }) {
  const t = useTranslations("common.trouble");
  return (
    <p className="save text-red whitespace-normal" role="alert">
      <StateMark state="late" />
      <span>{t(failureReason(failure))}</span>
    </p>
  );
}
