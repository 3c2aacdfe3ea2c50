import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClassView } from "#features/classroom/class-view";
import { ClassroomSignIn } from "#features/classroom/classroom-sign-in";
import { courseModules } from "#shared/course/course-modules";
import { fetchOrNotFound } from "#shared/trpc/fetch-or-not-found";
import { getQueryClient, HydrateClient, trpc } from "#shared/trpc/server";
import { currentViewer } from "#shared/trpc/viewer";

type Props = { params: Promise<{ classId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classroom");
  return { title: t("title") };
}

/** One class: boards and roster for its instructors, assignments for its learners. */
export default async function ClassPage({ params }: Props) {
  if (!(await currentViewer())) return <ClassroomSignIn />;
  const { classId } = await params;
  const { role } = await fetchOrNotFound(trpc.class.get.queryOptions({ classId }));
  const assignments = await fetchOrNotFound(trpc.assignment.list.queryOptions({ classId }));
  if (role === "instructor") {
    const client = getQueryClient();
    await Promise.all([
      client.prefetchQuery(trpc.class.roster.queryOptions({ classId })),
      ...assignments.map(({ id }) =>
        client.prefetchQuery(trpc.assignment.board.queryOptions({ classId, assignmentId: id })),
      ),
    ]);
  }
  return (
    <HydrateClient>
      <ClassView classId={classId} modules={courseModules(await getLocale())} />
    </HydrateClient>
  );
}
