"use client";
import type { ReactNode } from "react";
import type { LabState } from "@fewshot/quiz";
import { Segmented } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { BetRow } from "../frame/bet-row.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { BenchProps } from "./frozen-or-not-lab.tsx";
import { linkedPreset } from "./link.ts";
import { missionEnds, presetIds, type PresetId } from "./presets.ts";

export type FrozenShellProps = {
  preset: PresetId;
  props: BenchProps;
  published: LabState;
  fragment: string;
  onRead: (hash: string) => void;
  onReset: () => void;
  bet: number | null;
  onBet: (bet: number) => void;
  /** The field that the bet is typed in, under its question. */
  betField: (question: string) => ReactNode;
  experiment: ReactNode;
  now: (mission: string) => ReactNode;
  seen: ReactNode;
};

/** What the three presets have in common: the frame, the bet that is kept, the missions, the link. */
export function FrozenShell({ preset, props, ...shell }: FrozenShellProps) {
  const t = useTranslations("labs");
  const { locale, standalone } = props;
  const missions =
    props.missions ??
    missionEnds[preset].map(({ id, end }) => ({ id, end, text: t(`frozen.missions.${id as "told"}`) }));
  const done = useMissions(missions, shell.published, props.onMission);
  const { fragment, bet } = shell;
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => {
      if ((linkedPreset(hash) ?? "real-model") === preset) shell.onRead(hash);
    },
  });
  useStoredBet(`frozen-or-not.${preset}`, bet, shell.onBet);
  const question = props.bet ?? t(`frozen.bets.${preset}`);
  return (
    <LabShell
      title={t("titles.frozen-or-not")}
      badge={t(`frozen.badges.${preset}`)}
      standalone={standalone}
      labId="frozen-or-not"
      locale={locale}
      fragment={fragment}
      presets={
        standalone ? (
          <Segmented
            label={t("frozen.presetGroup")}
            choices={presetIds.map((id) => ({ value: id, label: t(`frozen.presets.${id}`) }))}
            value={preset}
            onChange={props.onPreset}
          />
        ) : undefined
      }
      onReset={shell.onReset}
      bet={
        <BetRow ask={question} noted={bet === null ? null : t("frozen.betNoted")}>
          {shell.betField(question)}
        </BetRow>
      }
      missions={missions}
      done={done}
      missionNow={shell.now}
      seen={shell.seen}
    >
      {shell.experiment}
    </LabShell>
  );
}
