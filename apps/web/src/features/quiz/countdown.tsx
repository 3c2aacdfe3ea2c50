"use client";

import { StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatSeconds, secondsLeft } from "./seconds-left.ts";

/** Seconds until the deadline, counted twice a second so that none is skipped; null without a deadline. */
export function useSecondsLeft(deadline: Date | null, offsetMs: number): number | null {
  const [left, setLeft] = useState(() => deadline && secondsLeft(deadline, offsetMs, Date.now()));
  useEffect(() => {
    if (!deadline) return;
    const timer = setInterval(() => setLeft(secondsLeft(deadline, offsetMs, Date.now())), 500);
    return () => clearInterval(timer);
  }, [deadline, offsetMs]);
  return left;
}

/** The time left; a clock below five minutes, a triangle below one. */
export function Clock({ left }: { left: number }) {
  const urgency = left < 60 ? "late" : left < 300 ? "due" : null;
  return (
    <p className={urgency ? `clock tag ${urgency}` : "clock"} role="timer">
      {urgency ? <StateMark state={urgency} /> : null}
      {formatSeconds(left)}
    </p>
  );
}

interface DeadlineWatchProps {
  left: number;
  onEnd: () => void;
}

/** Speaks at five minutes and at one, and says once that the time is over. Always in the page, whatever is on screen. */
export function DeadlineWatch({ left, onEnd }: DeadlineWatchProps) {
  const t = useTranslations("quiz.player");
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) onEnd();
  }, [isOver, onEnd]);
  // A range, not a second: a busy page may miss one.
  const minutes = left > 0 && left <= 60 && left > 50 ? 1 : left <= 300 && left > 290 ? 5 : null;
  return (
    <span className="sr" role="status">
      {minutes ? t("minutesLeft", { minutes }) : ""}
    </span>
  );
}
