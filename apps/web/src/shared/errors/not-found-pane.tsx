import { EmptyState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation";

type NotFoundPaneProps = {
  /** Whose words: of pages in general, of quizzes, or of classes. */
  of: "common" | "quiz" | "classroom";
  /** The way on, without locale. */
  href: string;
};

/** For what does not exist, or is not for this person: one answer to both, so that nobody learns which. */
export function NotFoundPane({ of, href }: NotFoundPaneProps) {
  const t = useTranslations(`${of}.notFound`);
  return (
    <div className="py-16">
      <EmptyState
        level={1}
        title={t("title")}
        action={
          <Link className="btn sm" href={href}>
            {t("action")}
          </Link>
        }
      >
        {t("body")}
      </EmptyState>
    </div>
  );
}
