"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { authClient } from "#shared/auth/auth-client";
import { LocalTime } from "#shared/time/local-time";
import { tryAuth, type AuthTrouble } from "./auth-trouble.ts";
import { describeDevice } from "./describe-device.ts";
import { Panel } from "./panel.tsx";
import { TroubleLine } from "./trouble-line.tsx";

type Session = { token: string; createdAt: Date; userAgent?: string | null | undefined };

async function readSessions() {
  const [sessions, current] = await Promise.all([
    tryAuth(() => authClient.listSessions()),
    tryAuth(() => authClient.getSession()),
  ]);
  return { list: sessions.data ?? [], here: current.data?.session.token ?? null, trouble: sessions.trouble };
}

/** Where the account is signed in, and a way to end each of them but this one. */
export function SessionList() {
  const t = useTranslations("account.page");
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: readSessions });
  const [trouble, setTrouble] = useState<AuthTrouble | null>(null);
  const { list, here } = sessions.data ?? { list: [], here: null };
  const others = list.filter(({ token }) => token !== here);

  async function end(call: Parameters<typeof tryAuth>[0]) {
    const result = await tryAuth(call);
    setTrouble(result.trouble);
    await sessions.refetch();
  }

  return (
    <Panel title={t("sessions")} hint={t("sessionsHint")}>
      <ul className="sessions" aria-busy={sessions.isPending}>
        {list.map((session) => (
          <SessionLine
            key={session.token}
            session={session}
            isHere={session.token === here}
            onEnd={() => end(() => authClient.revokeSession({ token: session.token }))}
          />
        ))}
      </ul>
      {others.length > 1 ? (
        <button className="btn sm mt-4" type="button" onClick={() => end(() => authClient.revokeOtherSessions())}>
          {t("revokeOthers")}
        </button>
      ) : null}
      {sessions.isSuccess && others.length === 0 ? <p className="small faint mt-3">{t("noOthers")}</p> : null}
      <TroubleLine trouble={trouble ?? sessions.data?.trouble ?? null} />
    </Panel>
  );
}

function SessionLine({ session, isHere, onEnd }: { session: Session; isHere: boolean; onEnd: () => void }) {
  const t = useTranslations("account.page");
  const when = () => <LocalTime at={new Date(session.createdAt)} />;
  return (
    <li>
      <span>
        <b>{describeDevice(session.userAgent) ?? t("unknownDevice")}</b>{" "}
        <span className="small faint">{t.rich("since", { when })}</span>
      </span>
      {isHere ? (
        <span className="small dim">{t("here")}</span>
      ) : (
        <button className="tool" type="button" onClick={onEnd}>
          {t("revoke")}
        </button>
      )}
    </li>
  );
}
