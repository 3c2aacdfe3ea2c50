"use client";
import type { CSSProperties } from "react";
import { ErrorNote } from "@fewshot/ui";
import type { ChunkProgress, LoadProgress } from "@fewshot/lm";
import { useTranslations } from "next-intl";
import { mebibytes } from "../format.ts";
import type { ModelState } from "./model-store.ts";
import "./model-card.css";

export type ModelCardProps = {
  state: ModelState;
  onStop: () => void;
  onRetry: () => void;
  /** What is loaded; by default the story model. */
  name?: string;
  /** A way on for a browser that cannot run the model: a lab that needs none. */
  statedLab: string;
};

/** How far the model is: a question before a download that costs, cells while it loads, and a way on if it was stopped or failed. Nothing once it is ready. */
export function ModelCard({ state, onStop, onRetry, statedLab, name }: ModelCardProps) {
  if (state.status === "asking") return <AskingCard {...state} onYes={onRetry} />;
  if (state.status === "loading") return <LoadingCard progress={state.progress} onStop={onStop} name={name} />;
  if (state.status === "failed") return <FailedCard code={state.code} onRetry={onRetry} statedLab={statedLab} />;
  if (state.status === "idle" && state.keptBytes > 0) return <StoppedCard bytes={state.keptBytes} onRetry={onRetry} />;
  return null;
}

const cellClass = { waiting: undefined, cache: "c", network: "p", refused: "x", done: "n" } as const;

/** Before the manifest is here, nothing is known. */
const atStart: LoadProgress = {
  phase: "manifest",
  chunks: [],
  loadedBytes: 0,
  cacheBytes: 0,
  networkBytes: 0,
  totalBytes: 0,
};

type LoadingCardProps = { progress: LoadProgress | null; onStop: () => void; name: string | undefined };

function LoadingCard({ progress, onStop, name }: LoadingCardProps) {
  const t = useTranslations("labs.model");
  const { phase, chunks, loadedBytes, cacheBytes, networkBytes, totalBytes } = progress ?? atStart;
  const bytes = t("bytes", { loaded: mebibytes(loadedBytes), total: mebibytes(totalBytes) });
  const phaseName = t(`phase.${phase}`);
  return (
    <div className="load">
      <div className="hd2">
        <b>{name ?? t("name")}</b>
        <span className="small dim num">
          {totalBytes === 0 ? phaseName : t("phaseBytes", { phase: phaseName, bytes })}
        </span>
      </div>
      <div
        className="chunks"
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={totalBytes}
        aria-valuenow={loadedBytes}
        aria-valuetext={bytes}
      >
        {chunks.map((chunk, index) => (
          <i key={index} className={cellClass[chunk.state]} style={arrived(chunk)} />
        ))}
      </div>
      <div className="hd2 cap">
        <span className="load-key">
          <Key className="c">{t("fromCache", { size: mebibytes(cacheBytes) })}</Key>
          <Key className="n">{t("fromNetwork", { size: mebibytes(networkBytes) })}</Key>
          {chunks.some(({ state }) => state === "refused") ? <Key className="x">{t("refused")}</Key> : null}
        </span>
        <button className="linklike" type="button" onClick={onStop}>
          {t("stop")}
        </button>
      </div>
      <p className="cap">{t("card")}</p>
    </div>
  );
}

/** How much of a chunk has arrived, for its cell. */
function arrived({ loadedBytes, bytes }: ChunkProgress): CSSProperties {
  return { "--got": `${(100 * loadedBytes) / bytes}%` } as CSSProperties;
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="tag">
      <span className="chunks key-cell" aria-hidden="true">
        <i className={className} />
      </span>
      {children}
    </span>
  );
}

function AskingCard({ bytes, confirm, onYes }: { bytes: number; confirm: () => void; onYes: () => void }) {
  const t = useTranslations("labs.model");
  const size = mebibytes(bytes);
  const load = () => {
    confirm();
    onYes();
  };
  return (
    <div className="pane">
      <h3>{t("askTitle")}</h3>
      <p className="dim">{t("ask", { size })}</p>
      <button className="btn sm" type="button" onClick={load}>
        {t("askLoad", { size })}
      </button>
    </div>
  );
}

function StoppedCard({ bytes, onRetry }: { bytes: number; onRetry: () => void }) {
  const t = useTranslations("labs.model");
  return (
    <div className="pane">
      <h3>{t("stoppedTitle")}</h3>
      <p className="dim">{t("stopped", { size: mebibytes(bytes) })}</p>
      <button className="btn sm" type="button" onClick={onRetry}>
        {t("resume")}
      </button>
    </div>
  );
}

type Failure = Extract<ModelState, { status: "failed" }>["code"];

function FailedCard({ code, onRetry, statedLab }: { code: Failure; onRetry: () => void; statedLab: string }) {
  const t = useTranslations("labs.model");
  const retry = (
    <button className="btn sm" type="button" onClick={onRetry}>
      {t("retry")}
    </button>
  );
  const leave = (
    <a className="btn sm" href={statedLab}>
      {t("toStated")}
    </a>
  );
  return (
    <ErrorNote title={t(`error.${code}.title`)} action={code === "unsupported" ? leave : retry}>
      {t(`error.${code}.body`)}
    </ErrorNote>
  );
}
