"use client";

import { Icon } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { spellJoinCode } from "./join-code.ts";

/** The code to give to learners, large enough to read from the back of a room. */
export function JoinCode({ code }: { code: string }) {
  const t = useTranslations("classroom.head");
  const [isCopied, setCopied] = useState(false);
  const spelled = spellJoinCode(code);
  const copy = () => {
    // Pages that are not served over https have no clipboard; the code is on screen all the same.
    void (navigator.clipboard as Clipboard | undefined)?.writeText(spelled).then(() => setCopied(true));
  };
  return (
    <p className="small dim code-note">
      {t("code")} <span className="join-code">{spelled}</span>
      <button type="button" className="tool" onClick={copy}>
        <Icon name="copy" />
        <span aria-live="polite">{t(isCopied ? "copied" : "copy")}</span>
      </button>
    </p>
  );
}
