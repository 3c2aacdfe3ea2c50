import type { ReactNode } from "react";

export type RollSegment = {
  id: string | number;
  label: ReactNode;
  /** In [0, 1]; the segments add up to 1. */
  probability: number;
  isHit?: boolean;
  /** All the rest of the vocabulary. */
  isRest?: boolean;
};

export type RollProps = {
  segments: readonly RollSegment[];
  /** The random number that was drawn, in [0, 1). */
  u?: number;
  /** What the figure shows, in a sentence. */
  label: string;
};

const segmentClass = ({ isHit, isRest }: RollSegment) => (isHit ? "hit" : isRest ? "hatch" : undefined);

/** Six places: enough for any screen, and the same text on server and browser. */
const shown = (share: number) => share.toFixed(6);

/** The kept distribution laid end to end, and where u fell. */
export function Roll({ segments, u, label }: RollProps) {
  return (
    <div className="roll" role="img" aria-label={label}>
      <div className="segs">
        {segments.map((segment) => (
          <span key={segment.id} className={segmentClass(segment)} style={{ flexGrow: shown(segment.probability) }}>
            {segment.isRest ? null : <span>{segment.label}</span>}
          </span>
        ))}
      </div>
      {u === undefined ? null : (
        <span className={u > 0.5 ? "u flip" : "u"} style={{ left: `${shown(100 * u)}%` }}>
          <span>u = {u.toFixed(4)}</span>
        </span>
      )}
    </div>
  );
}
