import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { nextPath } from "#features/account/next-path";
import { SignForm } from "#features/account/sign-form";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: Props) {
  const t = await getTranslations("account.signUp");
  const { next } = await searchParams;
  return (
    <>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
        <p className="lede max-w-[34em]">{t("lede")}</p>
      </header>
      <SignForm mode="signUp" next={nextPath(next)} />
    </>
  );
}
