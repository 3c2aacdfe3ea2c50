import { StateMark, type State } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { BoardState } from "./board.ts";

const LOOKS = {
  submitted: { mark: "saved", tone: "ok" },
  open: { mark: "partly", tone: "" },
  "not-started": { mark: "open", tone: "" },
  overdue: { mark: "late", tone: "late" },
} as const satisfies Record<BoardState, { mark: State; tone: string }>;

/** Where somebody is with an assignment: a shape and a word. */
export function StateTag({ state, isLate = false }: { state: BoardState; isLate?: boolean }) {
  const t = useTranslations("classroom.assignments");
  const { mark, tone } = LOOKS[state];
  return (
    <>
      <span className={`tag ${tone}`}>
        <StateMark state={mark} />
        {t(`state.${state}`)}
      </span>
      {isLate ? (
        <span className="tag late">
          <StateMark state="late" />
          {t("late")}
        </span>
      ) : null}
    </>
  );
}
