"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FailureNote } from "#shared/failure-note";
import { LocalTime } from "#shared/time/local-time";
import { useTRPC } from "#shared/trpc/client";

const REFRESH_MS = 15_000;

/** Who is in the class. */
export function Roster({ classId }: { classId: string }) {
  const t = useTranslations("classroom");
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.class.roster.queryOptions(
      { classId },
      { refetchInterval: REFRESH_MS, refetchOnWindowFocus: "always", staleTime: REFRESH_MS },
    ),
  );
  return (
    <section className="sec">
      <h2>
        {t("roster.title")}
        {data ? <small>{t("roster.count", { count: data.length })}</small> : null}
      </h2>
      {error && !data ? <FailureNote failure={error} /> : null}
      {data?.length === 0 ? <p className="dim">{t("board.nobody")}</p> : null}
      {data && data.length > 0 ? (
        <div className="scroller" tabIndex={0} role="group" aria-label={t("roster.caption")}>
          <table className="ruled ros">
            <caption className="sr">{t("roster.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("roster.name")}</th>
                <th scope="col">{t("roster.email")}</th>
                <th scope="col">{t("roster.joined")}</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ userId, name, email, joinedAt }) => (
                <tr key={userId}>
                  <th scope="row">{name}</th>
                  <td>{email}</td>
                  <td>
                    <LocalTime at={joinedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
