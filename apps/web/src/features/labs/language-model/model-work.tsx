"use client";
import { ErrorNote } from "@fewshot/ui";
import { useTranslations } from "next-intl";
import type { Locale } from "@fewshot/quiz";
import { ModelCard } from "./model-card.tsx";
import { languageModel, useLanguageModel } from "./use-language-model.ts";
import type { ModelTask } from "./use-model-task.ts";

/** How far the model is, and what to do if a computation failed. Nothing while all is well. */
export function ModelWork({ task, locale }: { task: ModelTask; locale: Locale }) {
  const t = useTranslations("labs.model.task");
  const state = useLanguageModel();
  return (
    <>
      <ModelCard
        state={state}
        onStop={languageModel.stop}
        onRetry={task.retry}
        statedLab={`/${locale}/labs/next-token#preset=eight-candidates`}
      />
      {task.state !== "failed" ? null : (
        <ErrorNote
          title={t("failed")}
          action={
            <button className="btn sm" type="button" onClick={task.retry}>
              {t("again")}
            </button>
          }
        >
          {t("kept")}
        </ErrorNote>
      )}
    </>
  );
}
