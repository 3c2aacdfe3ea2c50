"use client";
import { useTranslations } from "next-intl";
import "./fingerprint.css";

const groupLength = 8;

export type FingerprintProps = {
  /** 64 hex digits. */
  hash: string;
  /** An earlier one: digits that differ from it are marked, and the count is said in words. */
  than?: string | undefined;
};

/** A fingerprint in groups of eight digits. */
export function Fingerprint({ hash, than }: FingerprintProps) {
  const t = useTranslations("labs.fingerprint");
  const groups = Array.from({ length: hash.length / groupLength }, (_, group) => group * groupLength);
  const different = than === undefined ? 0 : [...hash].filter((digit, i) => digit !== than[i]).length;
  return (
    <span className="fingerprint">
      <code className="digits">
        {groups.map((start) => (
          <span key={start}>
            {[...hash.slice(start, start + groupLength)].map((digit, i) =>
              than === undefined || digit === than[start + i] ? digit : <b key={i}>{digit}</b>,
            )}
          </span>
        ))}
      </code>
      {than === undefined ? null : (
        <span className={different === 0 ? "tag text-pine" : "tag text-red"}>
          {different === 0 ? t("same") : t("different", { count: different })}
        </span>
      )}
    </span>
  );
}
