import type { LabId } from "@fewshot/content";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { labMessages } from "./lab-messages.ts";

/** Gives a lab its words. The page around it carries those of no lab. */
export async function LabWords({ labId, children }: { labId: LabId; children: ReactNode }) {
  return <NextIntlClientProvider messages={labMessages(await getMessages(), labId)}>{children}</NextIntlClientProvider>;
}
