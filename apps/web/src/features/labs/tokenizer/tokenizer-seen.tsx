"use client";
import { useLocale, useTranslations } from "next-intl";
import { rich } from "../frame/rich.tsx";
import { Sentences } from "../frame/sentences.tsx";
import { SeenLine } from "../frame/seen-line.tsx";
import type { Reading } from "./reading.ts";
import { betText } from "./state.ts";

export type TokenizerSeenProps = {
  /** Of the two texts on show; empty while the vocabularies are on their way. */
  shown: readonly Reading[];
  /** The text of the bet, once it has been read. */
  betReading: Reading | undefined;
  bet: number | null;
  after?: string | undefined;
};

/** What both vocabularies make of the texts on show, and of the bet; then what the lesson says about it. */
export function TokenizerSeen({ shown, betReading, bet, after }: TokenizerSeenProps) {
  const t = useTranslations("labs.tokenizer.seen");
  return (
    <SeenLine>
      <Sentences
        locale={useLocale()}
        of={[
          shown.length === 0 ? t("none") : null,
          ...shown.map(({ text, characters, bytes, gpt2, ours }) =>
            t.rich("reading", { ...rich, text, characters, bytes, gpt2: gpt2.length, ours: ours.length }),
          ),
          bet === null || betReading === undefined
            ? null
            : t.rich("bet", { ...rich, text: betText, bet, gpt2: betReading.gpt2.length }),
          after,
        ]}
      />
    </SeenLine>
  );
}
