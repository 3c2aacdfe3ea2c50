import { isLabId } from "@fewshot/content";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { LabAlone } from "#features/labs/lab-alone";
import { LabWords } from "#features/labs/lab-words";

type Props = { params: Promise<{ lab: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lab } = await params;
  return isLabId(lab) ? { title: (await getTranslations("labs.titles"))(lab) } : {};
}

/** One lab by itself; what it shows is in the address. */
export default async function LabPage({ params }: Props) {
  const { lab } = await params;
  if (!isLabId(lab)) notFound();
  const t = await getTranslations("labs");
  return (
    <>
      <header className="lesson-head">
        <h1>{t(`titles.${lab}`)}</h1>
        <p className="lede">{t(`ledes.${lab}`)}</p>
      </header>
      <LabWords labId={lab}>
        <LabAlone labId={lab} />
      </LabWords>
    </>
  );
}
