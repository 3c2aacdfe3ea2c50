"use client";
import { Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { isWritten, rubric, sumOf, type RewriteState, type Version } from "./state.ts";

export type JudgingProps = {
  state: RewriteState;
  onScore: (version: Version, given: { line: number; score: 0 | 1 }) => void;
};

const versions = ["own", "given"] as const;

/** Four lines, two versions, a point or none for each; then what we gave the one that is shown. */
export function Judging({ state, onScore }: JudgingProps) {
  const t = useTranslations("labs.rewriteRequest.judging");
  const names = { own: t("own"), given: t("other") };
  const canScore = { own: isWritten(state.draft), given: true };
  return (
    <section className="rewrite-part">
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <p className="small dim">{t("given")}</p>
      <blockquote className="rewrite-given">{t("givenText")}</blockquote>
      {canScore.own ? null : <p className="cap">{t("ownEmpty")}</p>}
      <table className="ruled small rewrite-rubric">
        <thead>
          <tr>
            <th scope="col">{t("line")}</th>
            {versions.map((version) => (
              <th scope="col" key={version}>
                {names[version]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rubric.map(({ id }, line) => (
            <tr key={id}>
              <th scope="row">
                {line + 1}. {t(`lines.${id}`)}
              </th>
              {versions.map((version) => (
                <td key={version}>
                  <Segmented
                    label={t("label", { version: names[version], n: line + 1, line: t(`lines.${id}`) })}
                    choices={[
                      { value: 0, label: t("no") },
                      { value: 1, label: t("yes") },
                    ]}
                    value={state.scores[version][line] ?? null}
                    disabled={!canScore[version]}
                    onChange={(score) => onScore(version, { line, score: score === 1 ? 1 : 0 })}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("sum")}</th>
            {versions.map((version) => (
              <td key={version} className="num live">
                {sumOf(state.scores[version])}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="cap" aria-live="polite">
        <Ours state={state} />
      </p>
    </section>
  );
}

/** Our score of the version that is shown, once the learner has given one to every line. */
function Ours({ state }: { state: RewriteState }) {
  const t = useTranslations("labs.rewriteRequest.judging");
  const locale = useLocale();
  const { given } = state.scores;
  if (given.some((score) => score === null)) return null;
  const differ = rubric.flatMap(({ ours }, line) => (given[line] === ours ? [] : [line + 1]));
  const sum = sumOf(rubric.map(({ ours }) => ours));
  const verdict = differ.length === 0 ? t("agree") : t("differ", { lines: differ.join(locale === "zh" ? "、" : ", ") });
  return `${t("ours", { sum, reason: t("reason") })}${locale === "en" ? " " : ""}${verdict}`;
}
