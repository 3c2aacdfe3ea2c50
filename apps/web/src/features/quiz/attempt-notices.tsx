"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#i18n/navigation";
import type { FailureReason } from "#shared/trpc/failures";
import type { SubmitProblem } from "./use-submit.ts";

interface AttemptNoticesProps {
  /** Why answers do not reach the server right now; null while they do. */
  saving: FailureReason | null;
  /** Why the last try to submit did not go through. */
  submitting: SubmitProblem;
}

/** What the learner must know right now, and that nothing is lost. */
export function AttemptNotices({ saving, submitting }: AttemptNoticesProps) {
  return (
    <div role="status" className="attempt-notices">
      {saving ? <SavingNotice reason={saving} /> : null}
      {submitting ? <SubmitNotice problem={submitting} /> : null}
    </div>
  );
}

function SavingNotice({ reason }: { reason: FailureReason }) {
  const t = useTranslations("quiz.player");
  if (reason === "network") return <Notice title={t("offlineTitle")}>{t("offlineBody")}</Notice>;
  if (reason !== "not-signed-in") return <Notice title={t("refusedTitle")}>{t("refusedBody")}</Notice>;
  return (
    <Notice title={t("signedOutTitle")}>
      {t("signedOutBody")}{" "}
      <Link href="/sign-in" target="_blank">
        {t("signedOutAction")}
      </Link>
    </Notice>
  );
}

function SubmitNotice({ problem }: { problem: NonNullable<SubmitProblem> }) {
  const t = useTranslations("quiz.player");
  const trouble = useTranslations("common.trouble");
  if ("stale" in problem) return <Notice title={t("staleTitle")}>{t("staleBody", { count: problem.stale })}</Notice>;
  const { failed } = problem;
  return (
    <Notice title={t("submitFailedTitle")}>{failed === "network" ? t("submitFailedBody") : trouble(failed)}</Notice>
  );
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <p className="offline">
      <b>{title}</b> <span className="dim">{children}</span>
    </p>
  );
}
