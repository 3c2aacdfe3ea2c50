"use client";
import { useId, useState } from "react";
import { useTranslations } from "next-intl";
import { mostTokens } from "./inside.ts";
import { longestText } from "./state.ts";

/** The text to read, and the button that has it read. */
export function TextForm({ text, isBusy, onRead }: { text: string; isBusy: boolean; onRead: (text: string) => void }) {
  const t = useTranslations("labs.glassModel.text");
  const id = useId();
  const [typed, setTyped] = useState({ text, draft: text });
  // A text that came from elsewhere, a reset or a link, replaces what was typed.
  const draft = typed.text === text ? typed.draft : text;
  return (
    <form
      className="compare-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim() === "" || isBusy) return;
        setTyped({ text: draft, draft });
        onRead(draft.toWellFormed());
      }}
    >
      <label className="small" htmlFor={id}>
        <b>{t("label")}</b> <span className="faint">{t("hint", { most: mostTokens })}</span>
      </label>
      <input
        id={id}
        className="field"
        type="text"
        value={draft}
        maxLength={longestText}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped({ text, draft: event.target.value })}
      />
      <button className="btn primary" type="submit" aria-disabled={isBusy}>
        {t(isBusy ? "reading" : "read")}
      </button>
    </form>
  );
}
