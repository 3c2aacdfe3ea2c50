import { createAuthClient } from "better-auth/react";

/** Sign-up, sign-in, sessions and passwords: better-auth's own endpoints under /api/auth. */
export const authClient = createAuthClient({
  // The e-mail and password forms say themselves what went wrong.
  fetchOptions: { throw: false },
});
