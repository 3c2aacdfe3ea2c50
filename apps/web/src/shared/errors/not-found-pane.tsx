import { EmptyState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";

/** For an address that leads nowhere. */
export function NotFoundPane() {
  const t = useTranslations("common.notFound");
  return (
    <div className="py-16">
      <EmptyState
        level={1}
        title={t("title")}
        action={
          <Link className="btn sm" href="/course">
            {t("action")}
          </Link>
        }
      >
        {t("body")}
      </EmptyState>
    </div>
  );
}
