import { EmptyState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { SignInLinks } from "#shared/auth/sign-in-links";

/** For a visitor: why a quiz needs an account, and what does not. */
export function QuizSignIn() {
  const t = useTranslations("quiz.signIn");
  return (
    <div className="py-16">
      <EmptyState level={1} title={t("title")} action={<SignInLinks signIn={t("action")} signUp={t("create")} />}>
        {t("body")}
      </EmptyState>
    </div>
  );
}
