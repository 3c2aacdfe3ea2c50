import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AttemptView } from "#features/quiz/attempt-view";
import { QuizSignIn } from "#features/quiz/quiz-sign-in";
import { courseModule } from "#shared/course/course-modules";
import { fetchOrNotFound } from "#shared/trpc/fetch-or-not-found";
import { getQueryClient, HydrateClient, trpc } from "#shared/trpc/server";
import { currentViewer } from "#shared/trpc/viewer";

type Props = { params: Promise<{ target: string; attemptId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quiz");
  return { title: t("title") };
}

/** An attempt: the player while it is open, the result afterwards. */
export default async function AttemptPage({ params }: Props) {
  if (!(await currentViewer())) return <QuizSignIn />;
  const { target, attemptId } = await params;
  const locale = await getLocale();
  const { moduleSlug, state } = await fetchOrNotFound(trpc.quiz.attempt.queryOptions({ attemptId, locale }));
  if (state === "submitted") {
    // A result can be held back for a while; then the view asks again, and says why.
    await getQueryClient().prefetchQuery({ ...trpc.quiz.result.queryOptions({ attemptId, locale }), retry: false });
  }
  return (
    <HydrateClient>
      <AttemptView attemptId={attemptId} quizHref={`/quiz/${target}`} module={courseModule(moduleSlug, locale)} />
    </HydrateClient>
  );
}
