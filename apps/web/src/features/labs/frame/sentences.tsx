import { Fragment, type ReactNode } from "react";
import type { Locale } from "@fewshot/quiz";

/** Sentences one after another: English puts a space between them, Chinese none beside its full stops. */
export function Sentences({ locale, of }: { locale: Locale; of: readonly ReactNode[] }) {
  const said = of.filter((sentence) => sentence !== null && sentence !== undefined);
  return said.map((sentence, i) => (
    <Fragment key={i}>
      {i > 0 && locale === "en" ? " " : null}
      {sentence}
    </Fragment>
  ));
}
