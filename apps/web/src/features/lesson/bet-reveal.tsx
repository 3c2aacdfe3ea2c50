import type { DistributionResponse } from "@fewshot/quiz";
import { useFormatter, useTranslations } from "next-intl";
import type { ItemOf } from "#shared/items/item-response";
import type { Scored } from "./check-verdict.tsx";

type Props = { item: ItemOf<"distribution">; placed: DistributionResponse; outcome: Scored };

/** The true shares as bars, the bet as a hollow diamond on each, and why. */
export function BetReveal({ item, placed, outcome }: Props) {
  const t = useTranslations("course.check");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const rows = item.options.map(({ id, text }) => ({
    id,
    text,
    truth: outcome.feedback.target?.[id] ?? 0,
    bet: (placed.chips[id] ?? 0) / item.total,
  }));
  return (
    <div className="mt-5" role="status">
      <p className="cap mb-2">{t("figure")}</p>
      <div className="plist">
        {rows.map(({ id, text, truth, bet }) => (
          <div className="prow reveal" key={id}>
            <span className="small">{text}</span>
            <span className="track">
              <span className="fill" style={{ width: `${(100 * truth).toFixed(2)}%` }} />
              <span className="diamond" style={{ left: `${(100 * bet).toFixed(2)}%` }} />
            </span>
            <span className="pc">
              {percent(truth)}
              <span className="sr">
                {" "}
                {t("yours")} {percent(bet)}
              </span>
            </span>
          </div>
        ))}
      </div>
      <p className="mt-3">{outcome.feedback.why}</p>
    </div>
  );
}
