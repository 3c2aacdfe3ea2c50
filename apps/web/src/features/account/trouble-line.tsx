import { StateMark } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { AuthTrouble } from "./auth-trouble.ts";

/** What went wrong, under the form it went wrong in. */
export function TroubleLine({ trouble }: { trouble: AuthTrouble | null }) {
  const t = useTranslations("account.trouble");
  return (
    <p role="alert" className="save text-red whitespace-normal empty:hidden">
      {trouble ? (
        <>
          <StateMark state="late" />
          <span>{t(trouble)}</span>
        </>
      ) : null}
    </p>
  );
}
