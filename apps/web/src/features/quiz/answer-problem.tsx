"use client";

import { parseNumber, type PublicItem } from "@fewshot/quiz";
import { useTranslations } from "next-intl";
import { typedText } from "#shared/items/item-response";
import { isEmptyResponse } from "./empty-response.ts";

interface AnswerProblemProps {
  item: PublicItem;
  response: unknown;
}

/** Says under a typed answer that it cannot be read as a number: it is kept, and would score nothing. */
export function AnswerProblem({ item, response }: AnswerProblemProps) {
  const t = useTranslations("common.problem");
  if (item.kind !== "numeric" || isEmptyResponse(item.kind, response)) return null;
  const typed = parseNumber(typedText(response));
  if (typed.ok) return null;
  return <p className="small text-ochre mt-2">{t(typed.error)}</p>;
}
