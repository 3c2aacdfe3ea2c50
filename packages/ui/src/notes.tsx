import type { ReactNode } from "react";
import { StateMark } from "./state-mark.tsx";

export type SaveState = "local" | "saved" | "failed";

const saveLook = {
  local: { mark: "local", className: "save" },
  saved: { mark: "saved", className: "save text-pine" },
  failed: { mark: "late", className: "save text-red" },
} as const;

/** Where an answer is: on this device, on the server, or refused by it. The words are the caller's. */
export function SaveIndicator({ state, children }: { state: SaveState; children: ReactNode }) {
  const { mark, className } = saveLook[state];
  return (
    <span className={className}>
      <StateMark state={mark} />
      <span>{children}</span>
    </span>
  );
}

type PaneProps = {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Of the title in the page: 1 where the pane is all there is. */
  level?: 1 | 2 | 3;
};

/** What will be here, and the one action that fills it. */
export function EmptyState({ title, children, action, level = 3 }: PaneProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="pane">
      <Heading>{title}</Heading>
      {children ? <p className="dim">{children}</p> : null}
      {action}
    </div>
  );
}

/** What happened, what is safe, one way on. Announced when it appears. */
export function ErrorNote({ title, children, action, level = 3 }: PaneProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="pane border-red" role="alert">
      <Heading>
        <span className="tag no text-[length:inherit] whitespace-normal">
          <StateMark state="late" />
          {title}
        </span>
      </Heading>
      {children ? <p className="dim">{children}</p> : null}
      {action}
    </div>
  );
}
