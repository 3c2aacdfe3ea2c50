import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassList } from "#features/classroom/class-list";
import { ClassroomSignIn } from "#features/classroom/classroom-sign-in";
import { getQueryClient, HydrateClient, trpc } from "#shared/trpc/server";
import { currentViewer } from "#shared/trpc/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classroom");
  return { title: t("title") };
}

/** My classes, and the ways to join or found one. */
export default async function ClassesPage() {
  if (!(await currentViewer())) return <ClassroomSignIn />;
  const t = await getTranslations("classroom");
  await getQueryClient().prefetchQuery(trpc.class.mine.queryOptions({}));
  return (
    <HydrateClient>
      <header className="lesson-head">
        <h1>{t("title")}</h1>
        <p className="lede max-w-[34em]">{t("lede")}</p>
      </header>
      <ClassList />
    </HydrateClient>
  );
}
