"use client";
import { useState } from "react";
import { generations } from "@fewshot/ml-core";
import { Segmented } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { bigNumber } from "../big-number.ts";
import { count } from "../format.ts";
import { ChoiceBet } from "../frame/choice-bet.tsx";
import { LabShell } from "../frame/lab-shell.tsx";
import { NumberAxis } from "../frame/number-axis.tsx";
import { rich } from "../frame/rich.tsx";
import { useFragment } from "../frame/use-fragment.ts";
import { useMissions } from "../frame/use-missions.ts";
import { useStoredBet } from "../frame/use-stored-bet.ts";
import type { LabProps } from "../lab-props.ts";
import { CounterSeen } from "./counter-seen.tsx";
import { GptMachine } from "./gpt-machine.tsx";
import { LayerMachine } from "./layer-machine.tsx";
import { LineMachine } from "./line-machine.tsx";
import { SizeTable } from "./size-table.tsx";
import {
  betOptions,
  layOut,
  machines,
  missionEnds,
  publishState,
  readLink,
  startState,
  toggleSymbol,
  totalOf,
  turn,
  writeLink,
  type CounterState,
} from "./state.ts";
import "../labs.css";
import "./parameter-counter.css";

type Change = (next: (before: CounterState) => CounterState) => void;

/** Counts parameters: of a line with two, of a linear layer, and of every GPT. */
export function ParameterCounterLab({ locale, standalone, ...props }: LabProps) {
  const t = useTranslations("labs.parameterCounter");
  const title = useTranslations("labs.titles")("parameter-counter");
  const [state, setState] = useState<CounterState>(startState);
  const missions = props.missions ?? missionEnds.map(({ id, end }) => ({ id, end, text: t(`missions.${id}`) }));
  const done = useMissions(missions, publishState(state), props.onMission);
  const fragment = writeLink(state);
  useFragment({
    isActive: standalone,
    fragment,
    onRead: (hash) => setState(({ bet }) => ({ ...readLink(hash), bet })),
  });
  const setBet = (bet: number) => setState((before) => ({ ...before, bet }));
  useStoredBet("parameter-counter", state.bet, setBet);
  const ask = props.bet ?? t("bet");
  return (
    <LabShell
      labId="parameter-counter"
      title={title}
      badge={t("badge")}
      locale={locale}
      standalone={standalone}
      fragment={fragment}
      onReset={() => setState(({ bet }) => ({ ...startState, bet }))}
      missions={missions}
      done={done}
      missionNow={(id) => <MissionNow mission={id} state={state} />}
      bet={
        <ChoiceBet
          ask={ask}
          label={ask}
          answers={betOptions.map((option) => t(`betOptions.${option}`))}
          noted={t("betNoted")}
          bet={state.bet}
          onBet={setBet}
        />
      }
      seen={<CounterSeen state={state} after={props.seenText} />}
    >
      <Experiment state={state} onChange={setState} />
    </LabShell>
  );
}

function Experiment({ state, onChange }: { state: CounterState; onChange: Change }) {
  const t = useTranslations("labs.parameterCounter");
  const locale = useLocale();
  const n = totalOf(state);
  return (
    <div className="counter">
      <div className="counter-head">
        <Segmented
          label={t("machine")}
          choices={machines.map((value) => ({ value, label: t(`machines.${value}`) }))}
          value={state.machine}
          onChange={(machine) => onChange((before) => ({ ...before, machine }))}
        />
        <p className="num counter-total">{t.rich("total", { ...rich, n, total: count(n, locale) })}</p>
      </div>
      <MachineOnShow state={state} onChange={onChange} />
      <SizeScale total={n} />
      <SizeTable />
    </div>
  );
}

function MachineOnShow({ state, onChange }: { state: CounterState; onChange: Change }) {
  switch (state.machine) {
    case "line":
      return (
        <LineMachine marked={state.marked} onToggle={(symbol) => onChange((before) => toggleSymbol(before, symbol))} />
      );
    case "layer":
      return (
        <LayerMachine
          inputs={state.inputs}
          outputs={state.outputs}
          total={totalOf(state)}
          onSize={(patch) => onChange((before) => ({ ...before, ...patch }))}
        />
      );
    case "gpt":
      return (
        <GptMachine
          state={state}
          onTurn={(dial, value) => onChange((before) => turn(before, dial, value))}
          onRow={(size) => onChange((before) => layOut(before, size))}
        />
      );
  }
}

/** Where the machine on show lies between a handful of parameters and GPT-3. */
function SizeScale({ total }: { total: number }) {
  const t = useTranslations("labs.parameterCounter.scale");
  const locale = useLocale();
  const now = total === 0 ? t("none") : bigNumber(total, locale);
  return (
    <figure>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("note")}</span>
      </div>
      <NumberAxis
        scale="log"
        from={1}
        to={1e12}
        ticks={[1, 1e3, 1e6, 1e9, 1e12].map((value) => ({ value, label: bigNumber(value, locale) }))}
        marks={[
          ...generations.map(({ name, parameters }) => ({ value: parameters, label: name, kind: "paper" as const })),
          { value: total, label: t("now", { total: now }), kind: "live" },
        ]}
        describe={t("describe", { total: now })}
      />
    </figure>
  );
}

/** How far a mission is. */
function MissionNow({ mission, state }: { mission: string; state: CounterState }) {
  const t = useTranslations("labs.parameterCounter.now");
  const locale = useLocale();
  const total = totalOf(state);
  const goal = { "gpt-2-small": 124_439_808, "the-misprint": 12_853_386_240 }[mission];
  if (mission === "a-line") return state.machine === "line" ? t("total", { total }) : null;
  if (goal === undefined || state.machine !== "gpt") return null;
  return t("off", { off: bigNumber(Math.abs(total - goal), locale) });
}
