/** A join code as people read it out: two halves. */
export function spellJoinCode(code: string): string {
  const middle = Math.ceil(code.length / 2);
  return `${code.slice(0, middle)}-${code.slice(middle)}`;
}
