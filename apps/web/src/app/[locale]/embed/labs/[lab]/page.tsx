import { isLabId } from "@fewshot/content";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { LabAlone } from "#features/labs/lab-alone";
import { LabWords } from "#features/labs/lab-words";
import { Link } from "#i18n/navigation";

type Props = { params: Promise<{ lab: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lab } = await params;
  return isLabId(lab) ? { title: (await getTranslations("labs.titles"))(lab), robots: { index: false } } : {};
}

/** A lab for the frame of another site: no bar, no account, and a way to the whole. Only here framing is allowed. */
export default async function EmbeddedLabPage({ params }: Props) {
  const { lab } = await params;
  if (!isLabId(lab)) notFound();
  const t = await getTranslations("course.labsPage");
  const title = await getTranslations("labs.titles");
  return (
    <main className="embedded">
      <h1 className="sr-only">{title(lab)}</h1>
      <LabWords labId={lab}>
        <LabAlone labId={lab} />
      </LabWords>
      <p className="small">
        <Link href={`/labs/${lab}`} target="_blank" rel="noopener">
          {t("openAlone")}
        </Link>
      </p>
    </main>
  );
}
