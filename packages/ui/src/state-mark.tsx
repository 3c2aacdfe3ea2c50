import type { ReactNode } from "react";

export type State = "right" | "partly" | "wrong" | "open" | "saved" | "local" | "due" | "late" | "manual";

const disc = <circle cx="7.5" cy="7.5" r="6.3" fill="none" strokeWidth="1.4" />;

/** Shape says it, colour repeats it: no two states share a shape. */
const shapes: Record<State, ReactNode> = {
  right: (
    <>
      <circle cx="7.5" cy="7.5" r="7" fill="var(--state-correct)" />
      <path d="M4 7.8l2.4 2.4L11 5.4" fill="none" stroke="var(--paper)" strokeWidth="1.7" />
    </>
  ),
  partly: (
    <g stroke="var(--state-partial)">
      {disc}
      <path d="M7.5 1.2a6.3 6.3 0 0 1 0 12.6z" fill="var(--state-partial)" stroke="none" />
    </g>
  ),
  wrong: (
    <g fill="none" stroke="var(--state-wrong)">
      <path d="M.7.7h13.6v13.6H.7z" strokeWidth="1.4" />
      <path d="M4.3 4.3l6.4 6.4m0-6.4l-6.4 6.4" strokeWidth="1.6" />
    </g>
  ),
  open: <g stroke="var(--edge)">{disc}</g>,
  saved: <path d="M1.5 8l3.6 3.6L13.5 3.4" fill="none" stroke="var(--state-saved)" strokeWidth="1.8" />,
  local: <path d="M1 2h13v9H1zM4.5 13.6h6" fill="none" stroke="var(--state-local)" strokeWidth="1.4" />,
  due: (
    <g stroke="var(--state-due)">
      {disc}
      <path d="M7.5 3.8v4l2.6 1.6" fill="none" strokeWidth="1.4" />
    </g>
  ),
  late: (
    <g fill="none" stroke="var(--state-late)">
      <path d="M7.5 1l6.8 12.6H.7z" strokeWidth="1.4" />
      <path d="M7.5 5.4v4m0 1.2v1.4" strokeWidth="1.5" />
    </g>
  ),
  manual: <path d="M2 13l1-3.4L10.6 2 13 4.4 5.4 12z" fill="none" stroke="var(--ink-2)" strokeWidth="1.3" />,
};

/** The mark of a state. Without a `label` a word must stand beside it. */
export function StateMark({ state, label }: { state: State; label?: string }) {
  return (
    <span className="st" {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}>
      <svg viewBox="0 0 15 15">{shapes[state]}</svg>
    </span>
  );
}
