import { EmptyState } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import { SignInLinks } from "#shared/auth/sign-in-links";

/** For a visitor: why classes need an account, and what does not. */
export function ClassroomSignIn() {
  const t = useTranslations("classroom.signIn");
  return (
    <div className="py-16">
      <EmptyState level={1} title={t("title")} action={<SignInLinks signIn={t("action")} signUp={t("create")} />}>
        {t("body")}
      </EmptyState>
    </div>
  );
}
