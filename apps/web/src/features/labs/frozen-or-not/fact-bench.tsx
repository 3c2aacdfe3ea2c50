"use client";
import { useTranslations } from "next-intl";
import { decimal, percent, probability } from "../format.ts";
import { PercentBet } from "../frame/bet-row.tsx";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { FactExperiment } from "./fact-experiment.tsx";
import { factStart, newest, publishFact, type FactState } from "./fact.ts";
import type { BenchProps } from "./frozen-or-not-lab.tsx";
import { FrozenShell } from "./frozen-shell.tsx";
import { writeLink } from "./link.ts";
import { useFact } from "./use-fact.ts";
import { words } from "./words.ts";

/** Tell a name, wipe the page, push the sentence out: where was the name kept? */
export function FactBench(props: BenchProps) {
  const { locale } = props;
  const view = useFact(locale);
  const { state, dispatch } = view;
  const setBet = (bet: number) => dispatch({ type: "bet", bet });
  const restart = () =>
    dispatch({ type: "restart", state: { ...factStart(words[locale].names[0] ?? ""), bet: state.bet } });
  return (
    <FrozenShell
      preset="tell-it-a-fact"
      props={props}
      published={publishFact(state)}
      fragment={writeLink({ preset: "tell-it-a-fact" })}
      onRead={restart}
      onReset={restart}
      bet={state.bet}
      onBet={setBet}
      betField={(question) => <PercentBet label={question} unit="%" value={state.bet} onChange={setBet} />}
      experiment={<FactExperiment view={view} />}
      now={(mission) => <Now mission={mission} state={state} />}
      seen={<FactSeen state={state} locale={locale} after={props.seenText} />}
    />
  );
}

function Now({ mission, state }: { mission: string; state: FactState }) {
  const t = useTranslations("labs.frozen.fact.now");
  const { without, with: told, behind } = newest(state);
  if (mission === "told" && without && told)
    return t("times", { times: decimal(told.probability / without.probability, 1) });
  if (mission === "pushed-out" && behind) return t("cut", { cut: behind.cut });
  return null;
}

type FactSeenProps = { state: FactState; locale: BenchProps["locale"]; after: string | undefined };

function FactSeen({ state, locale, after }: FactSeenProps) {
  const t = useTranslations("labs.frozen.fact.seen");
  const { without, with: told, cleared, behind } = newest(state);
  const { name, bet } = state;
  const show = (value: number | undefined) => probability(value ?? NaN);
  const [p, q] = [show(without?.probability), show(told?.probability)];
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          without === undefined ? t("nothing", { name }) : t.rich("without", { ...rich, name, p }),
          without && told
            ? t.rich("told", { ...rich, q, times: decimal(told.probability / without.probability, 1) })
            : null,
          cleared ? t.rich("cleared", { ...rich, p: show(cleared.probability) }) : null,
          cleared && told && bet !== null
            ? t("bet", { bet: decimal(bet, 0), kept: percent(Math.min(1, cleared.probability / told.probability)) })
            : null,
          behind
            ? t.rich(behind.factInWindow ? "inWindow" : "outside", {
                ...rich,
                p: show(behind.probability),
                q: show(behind.withoutFact ?? undefined),
              })
            : null,
          after,
        ]}
      />
    </SeenLine>
  );
}
