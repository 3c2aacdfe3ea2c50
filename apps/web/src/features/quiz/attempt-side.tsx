"use client";

import { StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { SyncState } from "./answer-sync.ts";
import type { Attempt } from "./attempt-saving.ts";
import type { LiveControls } from "./attempt-sheet.tsx";
import { Clock, DeadlineWatch, useSecondsLeft } from "./countdown.tsx";
import { QuestionMap } from "./question-map.tsx";

export interface SideProps {
  attempt: Attempt;
  state: SyncState;
  live: LiveControls | null;
  unanswered: number;
  /** Slots by index, from 0. */
  isAnswered: (index: number) => boolean;
  /** Asks before it hands in. */
  onSubmit: () => void;
}

/** Clock, save state, map and Submit: a column beside the questions, or a bar above them on narrow screens. */
export function AttemptSide(props: SideProps & { look: "bar" | "column" }) {
  return props.look === "bar" ? <Bar {...props} /> : <Column {...props} />;
}

function Bar({ attempt, state, live, onSubmit }: SideProps) {
  return (
    <div className="mobilebar">
      {live && attempt.deadlineAt ? <LiveClock attempt={attempt} /> : null}
      <SaveCounts state={state} isBrief />
      <SubmitButton live={live} onSubmit={onSubmit} className="btn primary sm" />
    </div>
  );
}

function Column({ attempt, state, live, unanswered, isAnswered, onSubmit }: SideProps) {
  const t = useTranslations("quiz.player");
  return (
    <>
      {live && attempt.deadlineAt ? <EndWatch attempt={attempt} onEnd={live.submit} /> : null}
      <div className="side desk">
        <div>
          {live && attempt.deadlineAt ? <LiveClock attempt={attempt} /> : null}
          <p className="dim">{t(attempt.deadlineAt ? "left" : "noLimit")}</p>
        </div>
        <div>
          <SaveCounts state={state} />
        </div>
        <div>
          <QuestionMap slots={state.slots} isAnswered={isAnswered} />
        </div>
        <div>
          <SubmitButton live={live} onSubmit={onSubmit} className="btn primary w-full" />
          <p className="faint mt-2">{t("unanswered", { count: unanswered })}</p>
        </div>
      </div>
    </>
  );
}

function SubmitButton({ live, onSubmit, className }: Pick<SideProps, "live" | "onSubmit"> & { className: string }) {
  const t = useTranslations("quiz.player");
  return (
    <button type="button" className={className} disabled={!live || live.isSubmitting} onClick={onSubmit}>
      {t(live?.isSubmitting ? "submitting" : "submit")}
    </button>
  );
}

function useAttemptSeconds({ deadlineAt, serverNow }: Attempt): number {
  // Read when the clock starts: from then on both clocks run at the same speed.
  const [offsetMs] = useState(() => serverNow.getTime() - Date.now());
  return useSecondsLeft(deadlineAt, offsetMs) ?? 0;
}

function LiveClock({ attempt }: { attempt: Attempt }) {
  return <Clock left={useAttemptSeconds(attempt)} />;
}

function EndWatch({ attempt, onEnd }: { attempt: Attempt; onEnd: () => void }) {
  const left = useAttemptSeconds(attempt);
  const hasEnded = useRef(false);
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  }, [onEnd]);
  const endOnce = useCallback(() => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    latest.current();
  }, []);
  return <DeadlineWatch left={left} onEnd={endOnce} />;
}

function SaveCounts({ state, isBrief = false }: { state: SyncState; isBrief?: boolean }) {
  const t = useTranslations("quiz.player");
  const saved = state.slots.filter((slot) => slot.status === "saved").length;
  const waiting = state.slots.filter((slot) => slot.status === "device" || slot.status === "page").length;
  const showsSaved = !isBrief || (waiting === 0 && saved > 0);
  return (
    <>
      {waiting > 0 ? (
        <p className="save">
          <StateMark state="local" />
          <b>{t(isBrief ? "onDeviceBrief" : "onDeviceCount", { count: waiting })}</b>
        </p>
      ) : null}
      {showsSaved ? (
        <p className="save text-pine">
          <StateMark state="saved" />
          <span>{t("savedCount", { count: saved })}</span>
        </p>
      ) : null}
    </>
  );
}
