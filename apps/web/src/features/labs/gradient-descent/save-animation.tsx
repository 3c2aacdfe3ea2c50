"use client";
import { Icon } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { animationSvg, type AnimationColours } from "./animation.ts";
import { epochs, type Run } from "./problem.ts";

/** Saves the run as an animated SVG, made here in the browser. */
export function SaveAnimation({ run }: { run: Run }) {
  const t = useTranslations("labs.gradient.animation");
  const save = () => {
    const words = {
      title: t("title", { rate: run.learningRate, updates: epochs }),
      source: t("source"),
      plane: t("plane"),
      fit: t("fit"),
      updates: t("updates"),
      loss: t("loss"),
    };
    saveFile(`gradient-descent-${run.learningRate}.svg`, animationSvg(run, words, coloursOfPage()));
  };
  return (
    <p className="save-animation">
      <button className="tool" type="button" onClick={save}>
        <Icon name="down" />
        {t("save")}
      </button>
      <span className="small dim">{t("note")}</span>
    </p>
  );
}

/** The file stands alone, so it takes the colours along that the page has now, light or dark. */
function coloursOfPage(): AnimationColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: token("--paper"),
    ink: token("--ink"),
    muted: token("--ink-3"),
    edge: token("--edge"),
    live: token("--live"),
  };
}

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this task; taken back at once, some would find nothing there.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
