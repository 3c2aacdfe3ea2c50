"use client";
import { useId, useState } from "react";
import type { Locale } from "@fewshot/quiz";
import { useTranslations } from "next-intl";
import { decks, type Card } from "./decks.ts";
import { checkView, isTest, type Note, type SortState } from "./state.ts";

export type ViewDeskProps = { state: SortState; locale: Locale; onNote: (note: Note) => void };

/** Where one of the cards sorted as opinions is rewritten as one, and a test for it is named. */
export function ViewDesk({ state, locale, onNote }: ViewDeskProps) {
  const t = useTranslations("labs.sortColumns.desk");
  const cards = useTranslations("labs.sortColumns.cards");
  const id = useId();
  const [chosen, setChosen] = useState<string>("");
  const opinions = decks[state.preset].cards.filter((card) => state.places[card.id] === "opinion");
  const card = opinions.find((candidate) => candidate.id === chosen) ?? opinions[0];
  if (card === undefined) return <p className="cap sort-desk">{t("noOpinion")}</p>;
  return (
    <div className="sort-desk">
      <label className="small" htmlFor={id}>
        {t("card")}
      </label>
      <select id={id} className="field" value={card.id} onChange={(event) => setChosen(event.target.value)}>
        {opinions.map((opinion) => (
          <option key={opinion.id} value={opinion.id}>
            {cards(opinion.id)}
          </option>
        ))}
      </select>
      {/* Another card is another pair of empty fields. */}
      <Desk key={card.id} card={card} locale={locale} onNote={onNote} />
    </div>
  );
}

function Desk({ card, locale, onNote }: { card: Card; locale: Locale; onNote: (note: Note) => void }) {
  const t = useTranslations("labs.sortColumns");
  const [said, setSaid] = useState<{ rewrite: string | null; test: string | null }>({ rewrite: null, test: null });
  const refusal = card.column === "opinion" ? null : t("desk.notOpinion", { why: t(`why.${card.id}`) });
  const noteRewrite = (text: string) => {
    const checked = checkView(t(`cards.${card.id}`), text, locale);
    onNote({ card: card.column, ...checked });
    const answer = checked.rewritten && checked.marked ? t("desk.kept") : t("desk.notMarked");
    setSaid({ ...said, rewrite: refusal ?? answer });
  };
  const noteTest = (text: string) => {
    const isWritten = isTest(text, locale);
    if (isWritten) onNote({ card: card.column, test: true });
    setSaid({ ...said, test: refusal ?? t(isWritten ? "desk.kept" : "desk.tooShort") });
  };
  return (
    <div className="sort-fields">
      <Field
        label={t("desk.rewrite")}
        hint={t("desk.rewriteHint")}
        start={t(`cards.${card.id}`)}
        button={t("desk.noteRewrite")}
        said={said.rewrite}
        onNote={noteRewrite}
      />
      <Field
        label={t("desk.test")}
        hint={t("desk.testHint")}
        start=""
        button={t("desk.noteTest")}
        said={said.test}
        onNote={noteTest}
      />
    </div>
  );
}

type FieldProps = {
  label: string;
  hint: string;
  start: string;
  button: string;
  /** What the page said to the last note. */
  said: string | null;
  onNote: (text: string) => void;
};

function Field({ label, hint, start, button, said, onNote }: FieldProps) {
  const id = useId();
  const [text, setText] = useState(start);
  return (
    <div>
      <label className="small" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="field"
        rows={3}
        maxLength={400}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="cap" id={`${id}-hint`}>
        {hint}
      </p>
      <div className="tray-buttons">
        <button className="btn sm" type="button" onClick={() => onNote(text)}>
          {button}
        </button>
        <span className="cap" aria-live="polite">
          {said}
        </span>
      </div>
    </div>
  );
}
