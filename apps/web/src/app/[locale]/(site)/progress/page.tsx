import { courseOutline, quizItemIds } from "@fewshot/content/server";
import type { Locale } from "@fewshot/quiz";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { PlannedModule } from "#features/progress/course-place";
import { ProgressView } from "#features/progress/progress-view";
import { fetchOrNotFound } from "#shared/trpc/fetch-or-not-found";
import { getQueryClient, HydrateClient, trpc } from "#shared/trpc/server";
import { currentViewer } from "#shared/trpc/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("progress");
  return { title: t("title") };
}

/** My progress; for a visitor, what this device remembers. */
export default async function ProgressPage() {
  const isSignedIn = (await currentViewer()) !== null;
  const modules = plannedModules(await getLocale());
  if (isSignedIn) await prefetchOwn(modules);
  return (
    <HydrateClient>
      <ProgressView modules={modules} isSignedIn={isSignedIn} />
    </HydrateClient>
  );
}

/** Waited for: a query that is still on its way when the page is drawn would be drawn differently in the browser. */
async function prefetchOwn(modules: readonly PlannedModule[]): Promise<void> {
  const client = getQueryClient();
  const classes = await fetchOrNotFound(trpc.class.mine.queryOptions({}));
  await Promise.all([
    client.prefetchQuery(trpc.progress.mine.queryOptions({})),
    ...modules
      .filter(({ hasQuiz }) => hasQuiz)
      .map(({ slug }) => client.prefetchQuery(trpc.quiz.overview.queryOptions({ target: { moduleSlug: slug } }))),
    ...classes
      .filter(({ role }) => role === "learner")
      .map(({ id }) => client.prefetchQuery(trpc.assignment.list.queryOptions({ classId: id }))),
  ]);
}

function plannedModules(locale: Locale): PlannedModule[] {
  return courseOutline().map(({ slug, title, lessons }, index) => ({
    slug,
    number: index + 1,
    title: title[locale],
    hasQuiz: quizItemIds(slug).length > 0,
    lessons: lessons.map(({ id, title: lessonTitle, minutes, isWritten }) => {
      return { id, title: lessonTitle[locale], minutes, isWritten };
    }),
  }));
}
