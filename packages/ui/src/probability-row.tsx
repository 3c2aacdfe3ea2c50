import type { ReactNode } from "react";

export type ProbabilityRowProps = {
  /** The token chip, or the name of the rest of the vocabulary. */
  name: ReactNode;
  /** After the settings, in [0, 1]. What was cut has 0. */
  probability: number;
  /** Before the settings, in [0, 1]: a tick across the bar. */
  before?: number;
  /** The probability at which the bar is full. */
  scale?: number;
  /** The percentage in words. */
  value: string;
  state?: "kept" | "cut" | "drawn";
  /** All the rest of the vocabulary: hatched, always last. */
  isRest?: boolean;
  onPress?: () => void;
  /** What pressing the row does, for a screen reader. */
  label?: string;
};

const rowClass = ({ state = "kept", isRest = false }: ProbabilityRowProps) =>
  ["prow", isRest && "rest", state === "cut" && "is-cut", state === "drawn" && "is-drawn"].filter(Boolean).join(" ");

const width = (share: number, scale: number) => `${Math.min(100, (100 * share) / scale).toFixed(4)}%`;

/** One probability: chip, bar from the ink baseline, percentage. The whole row is a button if it can be pressed. */
export function ProbabilityRow(props: ProbabilityRowProps) {
  const { name, probability, before, scale = 1, value, state, isRest, onPress, label } = props;
  const isCut = state === "cut";
  const content = (
    <>
      {isRest ? <span className="rl">{name}</span> : <span>{name}</span>}
      <span className="track">
        <span className="fill" style={{ width: width(isCut ? (before ?? 0) : probability, scale) }} />
        {before === undefined || isCut ? null : <span className="was" style={{ left: width(before, scale) }} />}
      </span>
      <span className="pc">{isCut ? <s>{value}</s> : value}</span>
    </>
  );
  return onPress ? (
    <button type="button" className={rowClass(props)} onClick={onPress} aria-label={label}>
      {content}
    </button>
  ) : (
    <div className={rowClass(props)}>{content}</div>
  );
}
