import { StateMark } from "@fewshot/ui";
import type { ReactNode } from "react";

/** One thing about the account: its name and what it means at the left, the form at the right. */
export function Panel({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="panel">
      <div>
        <h2>{title}</h2>
        {hint ? <p className="cap mt-1">{hint}</p> : null}
      </div>
      <div>{children}</div>
    </section>
  );
}

/** Said once something has been done; announced. */
export function DoneLine({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="save text-pine empty:hidden">
      {children ? (
        <>
          <StateMark state="saved" />
          <span>{children}</span>
        </>
      ) : null}
    </p>
  );
}
