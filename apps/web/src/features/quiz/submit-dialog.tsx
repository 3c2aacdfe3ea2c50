"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";

interface SubmitDialogProps {
  dialog: RefObject<HTMLDialogElement | null>;
  unanswered: number;
  onSubmit: () => void;
}

/** One question before it counts: how much is still unanswered. */
export function SubmitDialog({ dialog, unanswered, onSubmit }: SubmitDialogProps) {
  const t = useTranslations("quiz.player");
  const close = () => dialog.current?.close();
  const confirm = () => {
    close();
    onSubmit();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="submit-title">
      <h2 id="submit-title">{t("confirmTitle")}</h2>
      <p className="dim">{t("confirmBody", { count: unanswered })}</p>
      <p className="choices">
        <button type="button" className="btn primary" onClick={confirm}>
          {t("submit")}
        </button>
        <button type="button" className="btn" onClick={close}>
          {t("confirmCancel")}
        </button>
      </p>
    </dialog>
  );
}
