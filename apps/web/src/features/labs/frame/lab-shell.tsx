"use client";
import type { ReactNode } from "react";
import type { Locale } from "@fewshot/quiz";
import { LabFrame, LabRow, MissionList } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { LabMission } from "../lab-props.ts";
import { LabTools } from "./lab-tools.tsx";

export type LabShellProps = {
  labId: string;
  title: string;
  /** What its numbers are: computed here, printed in a paper. */
  badge: string;
  locale: Locale;
  standalone: boolean;
  /** The state as a fragment, for the link. */
  fragment: string;
  onReset: () => void;
  /** Other starting states to choose from, on the lab's own page. */
  presets?: ReactNode;
  missions: readonly LabMission[];
  done: ReadonlySet<string>;
  /** How far a mission is. */
  missionNow: (id: string) => ReactNode;
  bet: ReactNode;
  seen: ReactNode;
  /** The experiment. */
  children: ReactNode;
};

/** The four rows of a lab: predict, experiment, missions, what was seen. */
export function LabShell({ labId, missions, standalone, ...props }: LabShellProps) {
  const t = useTranslations("labs.frame");
  const level = standalone ? 3 : 4;
  return (
    <LabFrame
      number={t("lab")}
      title={props.title}
      badge={props.badge}
      level={standalone ? 2 : 3}
      tools={<LabTools onReset={props.onReset} address={() => `/${props.locale}/labs/${labId}${props.fragment}`} />}
    >
      {props.presets === undefined ? null : <div className="lab-presets">{props.presets}</div>}
      <LabRow head={t("predict")} level={level}>
        {props.bet}
      </LabRow>
      <LabRow head={t("experiment")} level={level}>
        {props.children}
      </LabRow>
      <LabRow head={t("missions", { count: missions.length })} level={level}>
        <MissionList
          doneLabel={t("missionDone")}
          openLabel={t("missionOpen")}
          missions={missions.map(({ id, text }) => ({
            id,
            text,
            now: props.missionNow(id),
            isDone: props.done.has(id),
          }))}
        />
      </LabRow>
      <LabRow head={t("seen")} level={level}>
        {props.seen}
      </LabRow>
    </LabFrame>
  );
}
