import { notFound } from "next/navigation";

/** Every path that no other page answers, so that the reader's own language says so. */
export default function NoSuchPage() {
  notFound();
}
