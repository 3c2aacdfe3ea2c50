"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const GRANTED_WITHIN_MS = 250;

/** `here`: this tab may write. `elsewhere`: another tab of this browser holds the attempt. */
export type AttemptTab = "asking" | "here" | "elsewhere";

/**
 * Lets one tab at a time work on an attempt, by a Web Lock that the browser releases even when a tab is killed.
 *
 * @param refresh - Run with the lock in hand, before the attempt opens here, if another tab has worked on it meanwhile.
 * @returns Where the attempt is, and a way to bring it here; the tab that had it then turns to `elsewhere`.
 */
export function useAttemptTab(
  attemptId: string,
  refresh: () => Promise<unknown>,
): { tab: AttemptTab; takeOver: () => void } {
  const [tab, setTab] = useState<AttemptTab>("asking");
  const [claim, setClaim] = useState({ steal: false });
  const latestRefresh = useRef(refresh);
  useEffect(() => {
    latestRefresh.current = refresh;
  }, [refresh]);

  useEffect(() => {
    const closing = new AbortController();
    let release = () => {};
    let hasWaited = claim.steal;
    const untilReleased = new Promise<void>((resolve) => (release = resolve));
    const show = (where: AttemptTab) => {
      if (!closing.signal.aborted) setTab(where);
    };
    const showElsewhere = () => {
      hasWaited = true;
      show("elsewhere");
    };
    const work = async () => {
      clearTimeout(waiting);
      // Whatever cannot be fetched now is settled answer by answer later: the server refuses what is behind.
      if (hasWaited) await latestRefresh.current().catch(() => undefined);
      show("here");
      return untilReleased;
    };
    // A lock that is free is granted at once; one that is not is queued for, and granted when the other tab closes.
    const waiting = setTimeout(showElsewhere, claim.steal ? 60_000 : GRANTED_WITHIN_MS);
    const options: LockOptions = claim.steal ? { steal: true } : { signal: closing.signal };
    requestLock(`fewshot-attempt-${attemptId}`, options, work).catch(showElsewhere);
    return () => {
      clearTimeout(waiting);
      closing.abort();
      release();
    };
  }, [attemptId, claim]);

  return { tab, takeOver: useCallback(() => setClaim({ steal: true }), []) };
}

/** Pages that are not served over https have no locks. Two tabs then rely on the server, which lets neither overwrite. */
function requestLock(name: string, options: LockOptions, work: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  return locks ? locks.request(name, options, work) : work();
}
