/**
 * The printable stand-ins under which GPT-2's files write bytes ("bytes_to_unicode"), in the order of their token ids:
 * first the 188 bytes that are printable in Latin-1 and stand for themselves, then the other 68 as U+0100 onwards.
 *
 * @see OpenAI gpt-2, src/encoder.py
 */
export const byteOfId: readonly number[] = orderBytes();

/** From a stand-in character, as `merges.txt` writes it, to the token id of its byte. */
export const idOfStandIn: ReadonlyMap<string, number> = nameBytes();

function isPrintable(byte: number): boolean {
  return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
}

function orderBytes(): number[] {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  return [...bytes.filter(isPrintable), ...bytes.filter((byte) => !isPrintable(byte))];
}

function nameBytes(): Map<string, number> {
  let nextUnprintable = 0x100;
  return new Map(byteOfId.map((byte, id) => [String.fromCodePoint(isPrintable(byte) ? byte : nextUnprintable++), id]));
}
