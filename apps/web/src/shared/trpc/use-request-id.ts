"use client";

import { useCallback, useRef } from "react";
import { uuidv7 } from "uuidv7";

/** One id for all tries of a form, so that pressing twice makes one thing; `renew` after success, for the next. */
export function useRequestId(): { requestId: () => string; renew: () => void } {
  const current = useRef<string>(null);
  const requestId = useCallback(() => (current.current ??= uuidv7()), []);
  const renew = useCallback(() => {
    current.current = null;
  }, []);
  return { requestId, renew };
}
