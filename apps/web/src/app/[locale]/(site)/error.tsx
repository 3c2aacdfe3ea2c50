"use client";
import { ErrorNote } from "@fewshot/ui";
import { useTranslations } from "next-intl";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** For a page that broke. */
export default function PageError({ error, reset }: Props) {
  const t = useTranslations("common.error");
  return (
    <div className="py-16">
      <ErrorNote
        level={1}
        title={t("title")}
        action={
          <>
            <button type="button" className="btn sm" onClick={reset}>
              {t("action")}
            </button>
            {error.digest ? <p className="micro faint mt-3">{t("code", { digest: error.digest })}</p> : null}
          </>
        }
      >
        {t("body")}
      </ErrorNote>
    </div>
  );
}
