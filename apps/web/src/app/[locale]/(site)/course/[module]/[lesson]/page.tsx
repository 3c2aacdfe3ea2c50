import { courseOutline, lesson as findLesson, quizItemIds } from "@fewshot/content/server";
import type { Lesson, ModuleOutline } from "@fewshot/content";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import "katex/dist/katex.min.css";
import { LessonBlocks } from "#features/lesson/lesson-blocks";
import { LessonEnd } from "#features/lesson/lesson-end";
import { LessonHead } from "#features/lesson/lesson-head";
import { LessonRail } from "#features/lesson/lesson-rail";
import { LessonTurn } from "#features/lesson/lesson-turn";
import { recordedProgress } from "#shared/progress/recorded-progress";
import { viewerIfKnown } from "#shared/trpc/viewer";
import { CheckSlot } from "./check-slot.tsx";
import { LabSlot } from "./lab-slot.tsx";

type Props = { params: Promise<{ module: string; lesson: string }> };

async function readLesson({ params }: Props): Promise<Lesson | null> {
  const path = await params;
  return findLesson(`${path.module}/${path.lesson}`, await getLocale());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const lesson = await readLesson(props);
  return lesson ? { title: lesson.title } : {};
}

/** One lesson: its head, the module's map beside it, the text with its labs and checks, and where to go next. */
export default async function LessonPage(props: Props) {
  const lesson = await readLesson(props);
  const modules = courseOutline();
  const module = modules.find(({ slug }) => slug === lesson?.moduleSlug);
  if (!lesson || !module) notFound();
  const t = await getTranslations("course.lesson");
  const hasQuiz = quizItemIds(module.slug).length > 0;
  const moduleNumber = modules.indexOf(module) + 1;
  const rail = (
    <LessonRail
      module={module}
      moduleNumber={moduleNumber}
      lessonId={lesson.id}
      hasQuiz={hasQuiz}
      recorded={await recordedProgress()}
      isSignedIn={(await viewerIfKnown()) !== null}
    />
  );
  return (
    <article className="read lesson">
      <div className="rail">{rail}</div>
      <LessonHead lesson={lesson} module={module} moduleNumber={moduleNumber} />
      <details className="rail-menu">
        <summary>{t("map")}</summary>
        {rail}
      </details>
      <LessonBlocks
        blocks={lesson.blocks}
        renderLab={(block) => <LabSlot block={block} lessonId={lesson.id} />}
        renderCheck={(itemId) => <CheckSlot itemId={itemId} lessonId={lesson.id} />}
      />
      <LessonEnd lessonId={lesson.id} />
      <LessonTurn modules={modules} lessonId={lesson.id} quizModule={quizOf(module, hasQuiz)} />
    </article>
  );
}

const quizOf = (module: ModuleOutline, hasQuiz: boolean) => (hasQuiz ? module.slug : null);
