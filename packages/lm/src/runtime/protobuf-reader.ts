/** One field of a message. A varint has its value; any other field the place of its content in the file. */
export interface Field {
  number: number;
  /** Of a varint; 0 for the others. Beyond 2^53 it is not exact. */
  value: number;
  start: number;
  end: number;
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

const text = new TextDecoder();

/**
 * Walks the fields of one message without copying anything.
 *
 * @param bytes - The whole file; the message lies in [start, end).
 * @throws RangeError if the file breaks off inside a field or uses a wire type that proto3 has not.
 */
export function* fieldsOf(bytes: Uint8Array, start = 0, end = bytes.length): Generator<Field> {
  let at = start;
  while (at < end) {
    const tag = varintAt(bytes, at);
    const content = contentOf(bytes, tag.end, tag.value & 7);
    if (content.end > end) throw new RangeError("A field reaches beyond its message");
    yield { number: Math.floor(tag.value / 8), ...content };
    at = content.end;
  }
}

/** The field's text. */
export function textOf(bytes: Uint8Array, { start, end }: Field): string {
  return text.decode(bytes.subarray(start, end));
}

function contentOf(bytes: Uint8Array, at: number, wireType: number): Omit<Field, "number"> {
  if (wireType === VARINT) {
    const { value, end } = varintAt(bytes, at);
    return { value, start: at, end };
  }
  if (wireType === FIXED_64) return { value: 0, start: at, end: at + 8 };
  if (wireType === FIXED_32) return { value: 0, start: at, end: at + 4 };
  if (wireType !== LENGTH_DELIMITED) throw new RangeError(`Wire type ${wireType} is not of proto3`);
  const { value: length, end: start } = varintAt(bytes, at);
  return { value: 0, start, end: start + length };
}

/** Seven bits a byte, low bits first. */
function varintAt(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  for (let index = at, scale = 1; ; index++, scale *= 128) {
    const byte = bytes[index];
    if (byte === undefined) throw new RangeError("The file breaks off inside a number");
    value += (byte & 127) * scale;
    if (byte < 128) return { value, end: index + 1 };
  }
}
