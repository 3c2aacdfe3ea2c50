"use client";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { corpusCounts } from "../corpus/counts.ts";
import { count, decimal } from "../format.ts";
import { countsOf, people } from "./probe.ts";
import { keyOf, type ProbeState } from "./state.ts";

export type CorpusTableProps = { locale: Locale; state: ProbeState; onOpen: () => void };

/** What was counted in the training text, person by person, beside what the model gave. */
export function CorpusTable({ locale, state, onOpen }: CorpusTableProps) {
  const t = useTranslations("labs.biasProbe.counts");
  const shown = [state.a.person, state.b.person];
  return (
    <details className="mt-4" onToggle={(event) => event.currentTarget.open && onOpen()}>
      <summary>{t("open")}</summary>
      <p className="cap">{t("how", { sentences: count(corpusCounts[locale].sentences, locale) })}</p>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("open")}>
        <table className="ruled small probe-counts">
          <thead>
            <tr>
              <th scope="col">{t("person")}</th>
              {(["sentences", "he", "she", "counted", "model"] as const).map((name) => (
                <th key={name} scope="col" className="r">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people[locale].map((person, i) => (
              <PersonRow key={person} name={person} isShown={shown.includes(i)} {...{ locale, state }} person={i} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="cap">{t("zero")}</p>
    </details>
  );
}

type PersonRowProps = { name: string; person: number; isShown: boolean; locale: Locale; state: ProbeState };

function PersonRow({ name, person, isShown, locale, state }: PersonRowProps) {
  const { sentences, he, she } = countsOf(locale, person);
  const shares = state.measured[keyOf(state.frame, person)];
  const cells = [
    count(sentences, locale),
    count(he, locale),
    count(she, locale),
    ratioText(he, she),
    shares === undefined ? "–" : ratioText(shares.he, shares.she),
  ];
  return (
    <tr className={isShown ? "on" : undefined}>
      <td className="nowrap">{name}</td>
      {cells.map((cell, i) => (
        <td key={i} className="r num">
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** A ratio, a dash where nothing was counted. */
function ratioText(he: number, she: number): string {
  return he + she === 0 ? "–" : decimal(he / she, 2);
}
