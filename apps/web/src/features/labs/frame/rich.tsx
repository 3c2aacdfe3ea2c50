import type { ReactNode } from "react";

/** The marks that sentences of the labs may carry: a live number, and a settled one. */
export const rich = {
  live: (chunks: ReactNode) => <span className="live">{chunks}</span>,
  b: (chunks: ReactNode) => <b className="num">{chunks}</b>,
};
