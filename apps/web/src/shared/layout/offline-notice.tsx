"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void) {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return () => {
    removeEventListener("online", onChange);
    removeEventListener("offline", onChange);
  };
}

/** Says that the network is gone, and that nothing is lost. The live region is always there, so that it is announced. */
export function OfflineNotice() {
  const t = useTranslations("common.offline");
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className="offline-slot">
      {isOnline ? null : (
        <p className="offline">
          <b>{t("title")}</b> <span className="dim">{t("body")}</span>
        </p>
      )}
    </div>
  );
}
