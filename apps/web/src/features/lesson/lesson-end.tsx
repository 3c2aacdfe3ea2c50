"use client";
import { useEffect, useRef } from "react";
import { readStep } from "#shared/progress/progress-step";
import { useRecordStep } from "#shared/progress/use-progress";

/** Nothing to see: when it comes into view, the lesson has been read to its end. */
export function LessonEnd({ lessonId }: { lessonId: string }) {
  const end = useRef<HTMLSpanElement>(null);
  const record = useRecordStep(lessonId);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      record(readStep);
      observer.disconnect();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [record]);
  return <span ref={end} aria-hidden="true" />;
}
