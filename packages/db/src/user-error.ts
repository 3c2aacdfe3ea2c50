/** A fault a person can mend: the message is one or two sentences, and no stack trace adds to it. */
export class UserError extends Error {
  override name = "UserError";
}
