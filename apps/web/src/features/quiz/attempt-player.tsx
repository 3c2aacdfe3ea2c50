"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useTRPC, useTRPCClient } from "#shared/trpc/client";
import { isSignedOut, type FailureReason } from "#shared/trpc/failures";
import type { AnswerSync, SyncState } from "./answer-sync.ts";
import { AttemptNotices } from "./attempt-notices.tsx";
import { createSave, type Attempt } from "./attempt-saving.ts";
import { AttemptSheet } from "./attempt-sheet.tsx";
import { useAttemptTab } from "./attempt-tab.ts";
import { useAnswerSync } from "./use-answer-sync.ts";
import { useSubmit } from "./use-submit.ts";

interface AttemptPlayerProps {
  attempt: Attempt;
  /** Fetches the attempt again. */
  refresh: () => Promise<unknown>;
}

/** An open attempt: one tab at a time, every answer kept on the device and on the server. */
export function AttemptPlayer({ attempt, refresh }: AttemptPlayerProps) {
  const t = useTranslations("quiz.player");
  const { tab, takeOver } = useAttemptTab(attempt.id, refresh);
  if (tab === "here") return <LiveAttempt attempt={attempt} refresh={refresh} />;
  if (tab === "asking") return <AttemptSheet attempt={attempt} state={stateOfDrafts(attempt)} live={null} />;
  return (
    <div className="qcol">
      <section className="pane" role="alert">
        <h2 className="text-h3">{t("elsewhereTitle")}</h2>
        <p className="dim">{t("elsewhereBody")}</p>
        <button type="button" className="btn primary" onClick={takeOver}>
          {t("elsewhereAction")}
        </button>
      </section>
    </div>
  );
}

function LiveAttempt({ attempt, refresh }: AttemptPlayerProps) {
  const { id } = attempt;
  const { running, trouble } = useSaving(attempt);
  const { submit, problem, isSubmitting } = useSubmit(id);
  const isClosed = running?.state.slots.some(({ status }) => status === "closed") ?? false;
  useEffect(() => {
    // The server has handed the attempt in: it will answer with the result.
    if (isClosed) void refresh();
  }, [isClosed, refresh]);
  if (!running) return <AttemptSheet attempt={attempt} state={stateOfDrafts(attempt)} live={null} />;
  const { sync, state } = running;
  const hasRivals = state.slots.some(({ status }) => status === "rival");
  // Once the learner has chosen, there is nothing left to look at.
  const submitting = problem && "stale" in problem && !hasRivals ? null : problem;
  const saving = state.trouble === null ? null : state.trouble === "signed-out" ? "not-signed-in" : trouble;
  return (
    <AttemptSheet
      attempt={attempt}
      state={state}
      live={{ ...liveOf(sync), isSubmitting, submit: () => void submit(sync) }}
      notices={<AttemptNotices saving={saving} submitting={submitting} />}
    />
  );
}

/** A device that refuses to store still sends; the state of the answer says so. */
const liveOf = (sync: AnswerSync) => ({
  change: (slot: number, response: unknown) => void sync.change(slot, response).catch(() => undefined),
  resolve: (slot: number, side: "mine" | "theirs") => void sync.resolve(slot, side).catch(() => undefined),
});

function useSaving(attempt: Attempt) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [trouble, setTrouble] = useState<FailureReason | null>(null);
  const save = useMemo(
    () => createSave({ client, trpc, queryClient, onOutcome: setTrouble }),
    [client, trpc, queryClient],
  );
  const drafts = attempt.slots.map((slot) => slot.draft);
  const running = useAnswerSync({ attemptId: attempt.id, drafts, save, isSignedOut });
  return { running, trouble };
}

/** What the server sent, shown while this page asks whether it may write. */
function stateOfDrafts({ slots }: Attempt): SyncState {
  return {
    trouble: null,
    slots: slots.map(({ draft }) =>
      draft
        ? { response: draft.response, rev: draft.rev, status: "saved", at: draft.savedAt, rival: null }
        : { response: null, rev: 0, status: "empty", at: null, rival: null },
    ),
  };
}
