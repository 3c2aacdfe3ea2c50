"use client";
import { useId, useState } from "react";
import { Slider } from "@fewshot/ui";
import { useLocale, useTranslations } from "next-intl";
import { Fingerprint } from "../fingerprint/fingerprint.tsx";
import { count, probability } from "../format.ts";
import { bitsOf, type Change } from "./small-model.ts";
import type { RealModelView } from "./use-real-model.ts";

/** Binary digits that are printed of a weight: the last ones, where the lowest is. */
const shownBits = 16;

/** A small model that can be trained and changed, so that the fingerprint is seen to move. */
export function SmallModelPart({ view }: { view: RealModelView }) {
  const t = useTranslations("labs.frozen.small");
  const locale = useLocale();
  const [picked, setPicked] = useState(0);
  const diffId = useId();
  const { state, small } = view;
  const last = state.changes.at(-1);
  const { name, value } = small.at(picked);
  const bits = bitsOf(value).slice(-shownBits);
  return (
    <section className="frozen-part" aria-label={t("heading")}>
      <div className="fig-h">
        <div>{t("heading")}</div>
        <span>{t("size", { count: count(small.total, locale) })}</span>
      </div>
      <Fingerprint hash={last?.hashAfter ?? small.hash()} than={last?.hashBefore} />
      <p className="cap" aria-live="polite">
        {last === undefined ? t("untouched") : t(`did.${last.action}`)}
      </p>
      <div className="tray frozen-pick">
        <Slider
          label={t("pick")}
          min={0}
          max={small.total - 1}
          step={1}
          value={picked}
          display={t("nth", { n: count(picked + 1, locale) })}
          onChange={setPicked}
        />
        <p className="cap num">
          {t("weight", { name, value: signed(value) })}
          <br />
          <code>
            …{bits.slice(0, -1)}
            <b className="lowest">{bits.slice(-1)}</b>
          </code>
        </p>
      </div>
      <div className="tray-buttons">
        <button className="btn sm" type="button" onClick={() => view.change((model) => model.step())}>
          {t("step")}
        </button>
        <button className="btn sm" type="button" onClick={() => view.change((model) => model.flip(picked))}>
          {t("flip")}
        </button>
        <button
          className="btn sm"
          type="button"
          disabled={last === undefined}
          aria-expanded={state.diffOpened}
          aria-controls={diffId}
          onClick={() => view.patch({ diffOpened: !state.diffOpened })}
        >
          {t(state.diffOpened ? "hideDiff" : "diff")}
        </button>
      </div>
      <div id={diffId}>{state.diffOpened && last !== undefined ? <Diff change={last} /> : null}</div>
    </section>
  );
}

/** Which numbers moved, and by how much. */
function Diff({ change }: { change: Change }) {
  const t = useTranslations("labs.frozen.small.table");
  const locale = useLocale();
  const { changedCount, total, largestChange, moved } = change;
  const words = {
    changed: count(changedCount, locale),
    total: count(total, locale),
    largest: probability(largestChange),
  };
  return (
    <>
      <p className="cap">{t("summary", words)}</p>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("caption")}>
        <table className="ruled small">
          <caption className="sr">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("weight")}</th>
              <th scope="col" className="r">
                {t("before")}
              </th>
              <th scope="col" className="r">
                {t("after")}
              </th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ name, at, before, after }) => (
              <tr key={at}>
                <td className="num">
                  {name} · {count(at + 1, locale)}
                </td>
                <td className="r num">{signed(before, 17)}</td>
                <td className="r num">{signed(after, 17)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changedCount > moved.length ? <p className="cap">{t("more", { listed: moved.length })}</p> : null}
    </>
  );
}

/** With all its digits where a difference in the last must be seen. */
function signed(value: number, digits = 6): string {
  return value.toPrecision(digits).replaceAll("-", "−");
}
