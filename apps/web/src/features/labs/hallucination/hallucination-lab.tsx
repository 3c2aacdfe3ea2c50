"use client";
import { useState } from "react";
import { entropyBits } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { percent } from "../format.ts";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabMission, LabProps } from "../lab-props.ts";
import { endsSentence, writeOn } from "../language-model/reading.ts";
import { useModelTask } from "../language-model/use-model-task.ts";
import { AskExperiment } from "./ask-experiment.tsx";
import { AskSeen } from "./ask-seen.tsx";
import {
  addAnswer,
  betOptions,
  markedTops,
  missionEnds,
  publishState,
  readLink,
  startState,
  writeLink,
  type AskState,
} from "./state.ts";
import { countOf, questionOf, subjects } from "./subjects.ts";
import "../labs.css";
import "../language-model/model-lab.css";

/** Tokens of an answer at most. */
const longestAnswer = 40;

/** One question about names that the model read often and about names it never read: it answers both. */
export function HallucinationLab({ locale, standalone, ...props }: LabProps) {
  const tLabs = useTranslations("labs");
  const t = useTranslations("labs.hallucination");
  const [state, setState] = useState<AskState>(startState);
  const task = useModelTask();
  const missions = useMissionTexts(props.missions);
  const done = useMissions(missions, publishState(locale, state), props.onMission);
  const fragment = writeLink(state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState((before) => ({ ...before, ...readLink(hash) })),
  });
  useStoredBet("hallucination", state.bet, (bet) => setState((before) => ({ ...before, bet })));
  const ask = () =>
    task.run(async (model, signal) => {
      const { question, lead } = questionOf(locale, subjects[locale][state.subject]?.name ?? "");
      const prompt = locale === "zh" ? question + lead : `${question} ${lead}`;
      const { first, ...written } = await writeOn(model, prompt, { most: longestAnswer, isEnd: endsSentence, signal });
      const [entropy, top] = [entropyBits(first), Math.max(...first)];
      setState((before) => addAnswer(before, state.subject, { ...written, entropy, top, mark: null }));
    });
  const reset = () => {
    task.stop();
    setState({ ...startState, bet: state.bet });
  };
  return (
    <LabShell
      labId="hallucination"
      title={tLabs("titles.hallucination")}
      badge={tLabs("model.task.badge")}
      {...{ locale, standalone, fragment, missions, done }}
      onReset={reset}
      bet={
        <ChoiceBet
          ask={props.bet ?? t("bet")}
          label={t("betLabel")}
          answers={betOptions.map((option) => t(`betOptions.${option}`))}
          noted={t("betNoted")}
          bet={state.bet}
          onBet={(bet) => setState({ ...state, bet })}
        />
      }
      missionNow={(id) => <MissionNow id={id} locale={locale} state={state} />}
      seen={<AskSeen locale={locale} state={state} after={props.seenText} />}
    >
      <AskExperiment locale={locale} state={state} task={task} onState={setState} onAsk={ask} />
    </LabShell>
  );
}

function useMissionTexts(given: readonly LabMission[] | undefined): readonly LabMission[] {
  const t = useTranslations("labs.hallucination.missions");
  return given ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(id) }));
}

type MissionNowProps = { id: string; locale: LabProps["locale"]; state: AskState };

/** How far a mission is: the count of the name in hand, or the two probabilities to be compared. */
function MissionNow({ id, locale, state }: MissionNowProps) {
  const t = useTranslations("labs.hallucination.now");
  if (id !== "wrong-and-sure")
    return t("count", { count: countOf(locale, subjects[locale][state.subject]?.name ?? "") });
  const { wrong, right } = markedTops(locale, state);
  return t("tops", {
    wrong: wrong.length === 0 ? "–" : percent(Math.max(...wrong)),
    right: right.length === 0 ? "–" : percent(Math.min(...right)),
  });
}
