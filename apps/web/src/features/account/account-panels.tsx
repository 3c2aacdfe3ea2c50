"use client";
import { EraseForm } from "./erase-form.tsx";
import { LanguageForm } from "./language-form.tsx";
import { NameForm } from "./name-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SessionList } from "./session-list.tsx";

export type AccountPanelsProps = { viewer: { name: string; email: string; locale: "zh" | "en" } };

/** All that a person can see and change about their account. */
export function AccountPanels({ viewer }: AccountPanelsProps) {
  return (
    <>
      <NameForm name={viewer.name} email={viewer.email} />
      <LanguageForm locale={viewer.locale} />
      <PasswordForm email={viewer.email} />
      <SessionList />
      <EraseForm email={viewer.email} />
    </>
  );
}
