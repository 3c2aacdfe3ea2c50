import type { RouterOutputs } from "@fewshot/api";
import type { PublicItem } from "@fewshot/quiz";
import { StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { describeCorrect } from "#shared/items/describe-response";

export type Scored = Extract<RouterOutputs["check"]["answer"], { status: "scored" }>;

const verdictOf = ({ correct, points }: Scored) => (correct ? "right" : points > 0 ? "partly" : "wrong");
const looks = { right: "ok", partly: "part", wrong: "no" } as const;

/** Mark and word, the right answer if it was another, why, and the mix-up by name. */
export function CheckVerdict({ item, outcome }: { item: PublicItem; outcome: Scored }) {
  const t = useTranslations("course.check");
  const words = useTranslations("common.verdict");
  const verdict = verdictOf(outcome);
  const { why, misconception } = outcome.feedback;
  return (
    <div className={`item-verdict ${looks[verdict]}`}>
      <div className="verdict">
        <p>
          <span className={`tag ${looks[verdict]}`}>
            <StateMark state={verdict} />
            <b>{words(verdict)}</b>
          </span>
        </p>
        {verdict === "right" ? null : (
          <p>
            {t("correct")} <b>{describeCorrect(item, outcome.feedback)}</b>
          </p>
        )}
        <p>{why}</p>
        {misconception ? <p className="dim">{t("misconception", { text: misconception.text })}</p> : null}
      </div>
    </div>
  );
}
