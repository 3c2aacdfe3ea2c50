"use client";

import { parseNumber, type PublicItem } from "@fewshot/quiz";
import { useTranslations } from "next-intl";
import { keptWords, typedText } from "#shared/items/item-response";
import { isEmptyResponse } from "./empty-response.ts";

interface AnswerProblemProps {
  item: PublicItem;
  response: unknown;
}

/** Says under a typed answer that it cannot be read as a number: it is kept, and would score nothing. */
export function AnswerProblem({ item, response }: AnswerProblemProps) {
  const t = useTranslations("common.problem");
  if (isEmptyResponse(item.kind, response)) return null;
  const problem = typedNumbers(item, response)
    .map(parseNumber)
    .find((typed) => !typed.ok);
  return problem ? <p className="small text-ochre mt-2">{t(problem.error)}</p> : null;
}

/** What was typed where a number is asked for. */
function typedNumbers(item: PublicItem, response: unknown): string[] {
  if (item.kind === "numeric") return [typedText(response)];
  if (item.kind !== "cloze") return [];
  const blanks = keptWords(response, "blanks");
  return item.blanks.flatMap(({ id, input }) => (input === "percent" && blanks[id]?.trim() ? [blanks[id]] : []));
}
