import { useId, type ReactNode } from "react";
import { StateMark } from "./state-mark.tsx";

export type LabFrameProps = {
  /** "Lab 4.1", in grey before the name. */
  number?: string;
  title: string;
  /** What the numbers are: measured, printed, a stand-in. */
  badge?: string;
  /** Reset, link, full screen. */
  tools?: ReactNode;
  /** The level of the title in the page. */
  level?: 2 | 3;
  id?: string;
  children: ReactNode;
};

/** A figure ruled like a table: rows predict, experiment, missions, what was seen. */
export function LabFrame({ number, title, badge, tools, level = 2, id, children }: LabFrameProps) {
  const titleId = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="lab full" id={id} aria-labelledby={badge ? `${titleId} ${titleId}-badge` : titleId}>
      <header>
        <Heading id={titleId}>
          {number ? <span className="no num">{number}</span> : null}
          {title}
        </Heading>
        {badge ? (
          <span className="badge" id={`${titleId}-badge`}>
            {badge}
          </span>
        ) : null}
        {tools ? <div className="tools">{tools}</div> : null}
      </header>
      {children}
    </section>
  );
}

export type LabRowProps = { head: string; hint?: string; level?: 3 | 4; children: ReactNode };

/** One row of a lab; its head is the first column of the table. */
export function LabRow({ head, hint, level = 3, children }: LabRowProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="step">
      <Heading className="hd">
        {head}
        {hint ? <small>{hint}</small> : null}
      </Heading>
      <div>{children}</div>
    </div>
  );
}

export type MissionLine = {
  id: string;
  text: ReactNode;
  /** The current value, so that the reader sees how far it is. */
  now?: ReactNode;
  isDone: boolean;
};

export type MissionListProps = { missions: readonly MissionLine[]; doneLabel: string; openLabel: string };

/** The missions of a lab. They tick themselves when their state is reached, and are announced then. */
export function MissionList({ missions, doneLabel, openLabel }: MissionListProps) {
  return (
    <ol className="missions" aria-live="polite">
      {missions.map(({ id, text, now, isDone }) => (
        <li key={id} data-s={isDone ? "done" : "open"}>
          <StateMark state={isDone ? "right" : "open"} label={isDone ? doneLabel : openLabel} />
          <span>{text}</span>
          <span className="now">{now}</span>
        </li>
      ))}
    </ol>
  );
}
