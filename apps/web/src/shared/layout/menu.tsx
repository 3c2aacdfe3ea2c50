"use client";
import { useRef, type KeyboardEvent, type FocusEvent, type ReactNode } from "react";

export type MenuProps = { label: ReactNode; className?: string; children: ReactNode };

/** A disclosure that floats: opens by click or Enter, closes on Escape, when focus leaves, and when a link is followed. */
export function Menu({ label, className = "", children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  function close() {
    if (details.current) details.current.open = false;
  }
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape" || !details.current?.open) return;
    close();
    details.current.querySelector("summary")?.focus();
  }
  function closeWhenLeft(event: FocusEvent) {
    if (event.relatedTarget && !details.current?.contains(event.relatedTarget)) close();
  }

  return (
    <details ref={details} className={`menu ${className}`} onKeyDown={closeOnEscape} onBlur={closeWhenLeft}>
      <summary>{label}</summary>
      <div className="menu-body" onClick={close}>
        {children}
      </div>
    </details>
  );
}
