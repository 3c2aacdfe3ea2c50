"use client";
import { useTranslations } from "next-intl";
import { count } from "../format.ts";
import { rich } from "../frame/rich.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { TypedBet } from "../frame/typed-bet.tsx";
import type { BenchProps } from "./frozen-or-not-lab.tsx";
import { FrozenShell } from "./frozen-shell.tsx";
import { readLink, writeLink } from "./link.ts";
import { RealExperiment } from "./real-experiment.tsx";
import { compared, publishReal, realStart, type RealState } from "./real-model.ts";
import { useRealModel } from "./use-real-model.ts";
import { words } from "./words.ts";

/** The audit of the story model, and a small model that can be changed. */
export function RealBench(props: BenchProps) {
  const t = useTranslations("labs.frozen.real");
  const { locale } = props;
  const view = useRealModel(locale);
  const { state, patch } = view;
  const { bet } = state;
  const start = realStart(words[locale].prompt);
  const now = (mission: string) => {
    const pair = compared(state);
    if (mission !== "generate-and-compare") return null;
    return t("now", { hashes: state.taken.length, tokens: pair ? pair.after.tokens - pair.before.tokens : 0 });
  };
  return (
    <FrozenShell
      preset="real-model"
      props={props}
      published={publishReal(state)}
      fragment={writeLink(
        { T: state.temperature, seed: state.seed, p: state.prompt },
        { T: start.temperature, seed: start.seed, p: start.prompt },
      )}
      onRead={(hash) => {
        const { T, seed, p } = readLink(hash);
        view.restart({
          bet,
          ...(T === undefined ? {} : { temperature: T }),
          ...(seed === undefined ? {} : { seed }),
          ...(p === undefined ? {} : { prompt: p }),
        });
      }}
      onReset={() => view.restart({ bet })}
      bet={bet}
      onBet={(next) => patch({ bet: next })}
      betField={(question) => (
        <TypedBet
          label={question}
          unit={t("betUnit")}
          min={0}
          max={1e9}
          value={bet}
          onChange={(next) => patch({ bet: next })}
        />
      )}
      experiment={<RealExperiment view={view} />}
      now={now}
      seen={<RealSeen state={state} locale={locale} after={props.seenText} />}
    />
  );
}

type RealSeenProps = { state: RealState; locale: BenchProps["locale"]; after: string | undefined };

function RealSeen({ state, locale, after }: RealSeenProps) {
  const t = useTranslations("labs.frozen.real.seen");
  const pair = compared(state);
  const last = state.changes.at(-1);
  const isSame = pair?.before.sha256 === pair?.after.sha256;
  return (
    <SeenLine>
      <Sentences
        locale={locale}
        of={[
          pair === null
            ? t("nothing")
            : t.rich(isSame ? "same" : "other", { ...rich, tokens: pair.after.tokens - pair.before.tokens }),
          last === undefined
            ? null
            : t.rich(last.action, {
                ...rich,
                changed: count(last.changedCount, locale),
                total: count(last.total, locale),
                digits: [...last.hashAfter].filter((digit, i) => digit !== last.hashBefore[i]).length,
              }),
          pair === null || state.bet === null ? null : t("bet", { bet: count(state.bet, locale) }),
          after,
        ]}
      />
    </SeenLine>
  );
}
