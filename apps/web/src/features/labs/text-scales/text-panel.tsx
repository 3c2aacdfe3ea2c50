"use client";
import { useId } from "react";
import { encodeGbk, type TextEncoding } from "@fewshot/ml-core";
import { useTranslations } from "next-intl";
import { encodings, most } from "./state.ts";

const utf8 = new TextEncoder();

export type TextPanelProps = { text: string; onText: (text: string) => void };

/** A few characters of the learner's, written out byte by byte in both encodings. */
export function TextPanel({ text, onText }: TextPanelProps) {
  const t = useTranslations("labs.textScales.text");
  const id = useId();
  return (
    <div>
      <div className="fig-h">
        <div>{t("heading")}</div>
      </div>
      <label className="sr" htmlFor={id}>
        {t("field")}
      </label>
      <input
        id={id}
        className="field"
        maxLength={most.text}
        value={text}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
      />
      <dl className="byte-rows">
        {encodings.map((encoding) => (
          <ByteRow key={encoding} encoding={encoding} text={text} />
        ))}
      </dl>
    </div>
  );
}

function ByteRow({ encoding, text }: { encoding: TextEncoding; text: string }) {
  const t = useTranslations("labs.textScales");
  const name = t(`encodings.${encoding}`);
  const characters = [...text].map((character) => (encoding === "gbk" ? encodeGbk(character) : utf8.encode(character)));
  const isMissing = characters.includes(null);
  const n = characters.reduce((sum, bytes) => sum + (bytes?.length ?? 0), 0);
  const hex = characters.map((bytes) => [...(bytes ?? [])].map(hexOf).join(" ")).join(", ");
  return (
    <div>
      <dt>
        {name} <b className="num live">{isMissing ? "–" : t("text.bytes", { n })}</b>
      </dt>
      <dd>
        {isMissing ? (
          <span className="small dim">{t("text.missing")}</span>
        ) : (
          <span className="strip" role="img" aria-label={t("text.describe", { encoding: name, n, hex })}>
            {characters.map((bytes, i) => (
              <span className="one-character" key={i}>
                {[...(bytes ?? [])].map((byte, j) => (
                  <span className="byte" key={j}>
                    {hexOf(byte)}
                  </span>
                ))}
              </span>
            ))}
          </span>
        )}
      </dd>
    </div>
  );
}

function hexOf(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
