/** Ends the session of this browser. By hand, because every page has this button and few need the auth client. */
export async function signOut(): Promise<void> {
  await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
}
