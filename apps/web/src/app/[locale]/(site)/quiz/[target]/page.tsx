import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { QuizSignIn } from "#features/quiz/quiz-sign-in";
import { QuizStart } from "#features/quiz/quiz-start";
import { quizTarget } from "#features/quiz/quiz-target";
import { courseModule } from "#shared/course/course-modules";
import { fetchOrNotFound } from "#shared/trpc/fetch-or-not-found";
import { HydrateClient, trpc } from "#shared/trpc/server";
import { currentViewer } from "#shared/trpc/viewer";

type Props = { params: Promise<{ target: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quiz");
  return { title: t("title") };
}

/** A quiz before it begins: of an assignment, or of a module for practice. */
export default async function QuizPage({ params }: Props) {
  if (!(await currentViewer())) return <QuizSignIn />;
  const segment = (await params).target;
  const target = quizTarget(segment);
  const { moduleSlug } = await fetchOrNotFound(trpc.quiz.overview.queryOptions({ target }));
  return (
    <HydrateClient>
      <QuizStart target={target} quizHref={`/quiz/${segment}`} module={courseModule(moduleSlug, await getLocale())} />
    </HydrateClient>
  );
}
