"use client";
import { useState } from "react";
import { useTranslations } from "next-intl";
import { decimal } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { TypedBet } from "../frame/typed-bet.tsx";
import type { BenchProps } from "./frozen-or-not-lab.tsx";
import { FrozenShell } from "./frozen-shell.tsx";
import { readLink, writeLink } from "./link.ts";
import { SimpleExperiment } from "./simple-experiment.tsx";
import { buttons, press, publishSimple, simpleStart, type SimpleState } from "./simple-ai.ts";

/** A program of two numbers: ask it, train it, look at its fingerprint. */
export function SimpleBench(props: BenchProps) {
  const t = useTranslations("labs.frozen.simple");
  const [state, setState] = useState<SimpleState>(simpleStart);
  const setBet = (bet: number) => setState((before) => ({ ...before, bet }));
  const pressed = new Set(state.presses.map(({ button }) => button));
  const now = (mission: string) => {
    if (mission === "train-once") return t("now.w", { w: decimal(state.w, 4) });
    if (mission === "which-button") return t("now.pressed", { count: pressed.size, all: buttons.length });
    return null;
  };
  return (
    <FrozenShell
      preset="simple-ai"
      props={props}
      published={publishSimple(state)}
      fragment={writeLink({ preset: "simple-ai", x: state.x }, { x: simpleStart.x })}
      onRead={(hash) =>
        setState((before) => ({ ...simpleStart, bet: before.bet, x: readLink(hash).x ?? simpleStart.x }))
      }
      onReset={() => setState({ ...simpleStart, bet: state.bet })}
      bet={state.bet}
      onBet={setBet}
      betField={(question) => (
        <TypedBet label={question} unit={t("betUnit")} min={-100} max={100} value={state.bet} onChange={setBet} />
      )}
      experiment={
        <SimpleExperiment
          state={state}
          onX={(x) => setState({ ...state, x })}
          onPress={(button) => setState((before) => press(before, button))}
        />
      }
      now={now}
      seen={<SimpleSeen state={state} locale={props.locale} after={props.seenText} />}
    />
  );
}

type SimpleSeenProps = { state: SimpleState; locale: BenchProps["locale"]; after: string | undefined };

function SimpleSeen({ state, locale, after }: SimpleSeenProps) {
  const t = useTranslations("labs.frozen.simple.seen");
  const asked = state.presses.filter(({ button }) => button !== "train").length;
  const changed = state.presses.filter(({ before, after: later }) => before !== later).length;
  const words = { ...rich, asked, changed, updates: state.updates, w: decimal(state.w, 4), b: decimal(state.b, 4) };
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          state.presses.length === 0 ? t("nothing") : t.rich("pressed", words),
          state.bet === null || state.presses.length === 0
            ? null
            : t("bet", { bet: decimal(state.bet, 2).replace(/\.?0+$/, "") }),
          after,
        ]}
      />
    </SeenLine>
  );
}
