import { EmptyState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";

/** For a class that does not exist, or that this person is not in. */
export function ClassNotFound() {
  const t = useTranslations("classroom.notFound");
  return (
    <div className="py-16">
      <EmptyState
        level={1}
        title={t("title")}
        action={
          <Link className="btn sm" href="/classes">
            {t("back")}
          </Link>
        }
      >
        {t("body")}
      </EmptyState>
    </div>
  );
}
