import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { findLab } from "#features/labs/registry";
import { LabAlone } from "./lab-alone.tsx";

type Props = { params: Promise<{ lab: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lab = findLab((await params).lab);
  return lab ? { title: lab.title[await getLocale()] } : {};
}

/** One lab by itself; what it shows is in the address. */
export default async function LabPage({ params }: Props) {
  const { lab: labId } = await params;
  const lab = findLab(labId);
  if (!lab) notFound();
  const locale = await getLocale();
  return (
    <>
      <header className="lesson-head">
        <h1>{lab.title[locale]}</h1>
        <p className="lede">{lab.lede[locale]}</p>
      </header>
      <LabAlone labId={labId} />
    </>
  );
}
