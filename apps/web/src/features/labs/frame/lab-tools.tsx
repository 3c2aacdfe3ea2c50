"use client";
import { useState, useSyncExternalStore } from "react";
import { Icon } from "@fewshot/ui";
import { useTranslations } from "next-intl";

export type LabToolsProps = {
  onReset: () => void;
  /** The absolute or root-relative address that brings this state back. */
  address: () => string;
};

/** Reset, link, full screen. */
export function LabTools({ onReset, address }: LabToolsProps) {
  const t = useTranslations("labs.frame");
  return (
    <>
      <button className="tool" type="button" onClick={onReset}>
        <Icon name="reset" />
        {t("reset")}
      </button>
      <LinkTool address={address} />
      <FullScreenTool />
    </>
  );
}

/** Copies the address; where the clipboard is closed to us, shows it to be copied by hand. */
function LinkTool({ address }: { address: () => string }) {
  const t = useTranslations("labs.frame");
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const copy = async () => {
    const url = new URL(address(), location.href).href;
    try {
      await navigator.clipboard.writeText(url);
      setShown(null);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      setShown(url);
    }
  };
  return (
    <>
      <button className="tool" type="button" onClick={() => void copy()}>
        <Icon name="link" />
        <span aria-live="polite">{copied ? t("linkCopied") : t("link")}</span>
      </button>
      {shown === null ? null : (
        <label className="small dim lab-address">
          {t("linkManual")}
          <input className="field" readOnly value={shown} autoFocus onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  );
}

/** Left out where the browser cannot do it, as on most phones. */
function FullScreenTool() {
  const t = useTranslations("labs.frame");
  const mode = useSyncExternalStore(subscribeFullScreen, fullScreenMode, () => "none" as const);
  if (mode === "none") return null;
  return (
    <button className="tool only-wide" type="button" onClick={(event) => void toggle(event.currentTarget)}>
      <Icon name="expand" />
      {mode === "on" ? t("leaveFullScreen") : t("fullScreen")}
    </button>
  );
}

function subscribeFullScreen(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}

function fullScreenMode(): "none" | "off" | "on" {
  if (!document.fullscreenEnabled) return "none";
  return document.fullscreenElement === null ? "off" : "on";
}

async function toggle(button: HTMLElement): Promise<void> {
  try {
    if (document.fullscreenElement !== null) await document.exitFullscreen();
    else await button.closest(".lab")?.requestFullscreen();
  } catch {
    // The browser's right to refuse; the lab works the same in the page.
    return;
  }
}
