"use client";
import type { ReactNode } from "react";
import type { LabState } from "@fewshot/quiz";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { MicroBenchProps } from "./micro-gpt-lab.tsx";
import { writeLink } from "./link.ts";
import { missionEnds, presetIds, type PresetId } from "./presets.ts";

/** The bets a learner chooses from, by position. */
export const betOptions = ["a", "b", "c"] as const;

export type MicroShellProps = {
  preset: PresetId;
  props: MicroBenchProps;
  published: LabState;
  onReset: () => void;
  bet: number | null;
  onBet: (bet: number) => void;
  now: (mission: string) => ReactNode;
  seen: ReactNode;
  children: ReactNode;
};

/** What the two presets have in common. */
export function MicroShell({ preset, props, children, ...shell }: MicroShellProps) {
  const t = useTranslations("labs");
  const { locale, standalone } = props;
  const missions =
    props.missions ??
    missionEnds[preset].map(({ id, end }) => ({ id, end, text: t(`microGpt.missions.${id as "resume"}`) }));
  const done = useMissions(missions, shell.published, props.onMission);
  useStoredBet(`micro-gpt.${preset}`, shell.bet, shell.onBet);
  const question = props.bet ?? t(`microGpt.bets.${preset}`);
  return (
    <LabShell
      labId="micro-gpt"
      title={t("titles.micro-gpt")}
      badge={t("microGpt.badge")}
      locale={locale}
      standalone={standalone}
      fragment={writeLink(preset)}
      presets={
        standalone ? (
          <Segmented
            label={t("microGpt.presetGroup")}
            choices={presetIds.map((id) => ({ value: id, label: t(`microGpt.presets.${id}`) }))}
            value={preset}
            onChange={props.onPreset}
          />
        ) : undefined
      }
      onReset={shell.onReset}
      bet={
        <ChoiceBet
          ask={question}
          label={question}
          answers={betOptions.map((option) => t(`microGpt.betOptions.${preset}.${option}`))}
          noted={t("microGpt.betNoted")}
          bet={shell.bet}
          onBet={shell.onBet}
        />
      }
      missions={missions}
      done={done}
      missionNow={shell.now}
      seen={shell.seen}
    >
      {children}
    </LabShell>
  );
}
