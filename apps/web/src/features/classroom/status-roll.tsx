import { useTranslations } from "next-intl";
import type { BoardState } from "./board.ts";

const PARTS = [
  ["submitted", "handedIn"],
  ["open", "working"],
  ["not-started", "notStarted"],
  ["overdue", "late"],
] as const;

/** How many learners are where, end to end like the roll of a distribution; each part as wide as its number. */
export function StatusRoll({ counts }: { counts: Record<BoardState, number> }) {
  const t = useTranslations("classroom.board");
  const words = {
    handedIn: counts.submitted,
    working: counts.open,
    notStarted: counts["not-started"],
    late: counts.overdue,
  };
  return (
    <div className="status-roll" role="img" aria-label={t("roll", words)}>
      {PARTS.filter(([state]) => counts[state] > 0).map(([state, word]) => (
        <div key={state} data-s={state} style={{ flexGrow: counts[state] }}>
          <b className="num">{counts[state]}</b>
          <span>{t(word)}</span>
        </div>
      ))}
    </div>
  );
}
