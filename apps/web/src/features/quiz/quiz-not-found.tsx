import { EmptyState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";

/** For a quiz that is not written, or not for this person. */
export function QuizNotFound() {
  const t = useTranslations("quiz.notFound");
  return (
    <div className="py-16">
      <EmptyState
        level={1}
        title={t("title")}
        action={
          <Link className="btn sm" href="/course">
            {t("back")}
          </Link>
        }
      >
        {t("body")}
      </EmptyState>
    </div>
  );
}
