/** Encoded fields, as a list of pieces so that a model's weights are copied once, at the end. */
export interface Encoded {
  length: number;
  pieces: readonly Uint8Array[];
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

const text = new TextEncoder();

/** Fields one after another, in the order given: equal inputs give equal bytes. */
export function message(...fields: readonly Encoded[]): Encoded {
  return {
    length: fields.reduce((sum, field) => sum + field.length, 0),
    pieces: fields.flatMap((field) => field.pieces),
  };
}

/** An integer field; `value` is a non-negative safe integer or any bigint of 64 bits. */
export function integerField(number: number, value: number | bigint): Encoded {
  return bytesOf([...varint((number << 3) | VARINT), ...varint(value)]);
}

/** A 32-bit float field. */
export function floatField(number: number, value: number): Encoded {
  const bits = new Uint8Array(4);
  new DataView(bits.buffer).setFloat32(0, value, true);
  return bytesOf([...varint((number << 3) | FIXED_32), ...bits]);
}

/** A string field in UTF-8. */
export function stringField(number: number, value: string): Encoded {
  return bytesField(number, text.encode(value));
}

/** A bytes field; `value` is kept by reference until `toBytes`. */
export function bytesField(number: number, value: Uint8Array): Encoded {
  return messageField(number, { length: value.length, pieces: [value] });
}

/** A nested message. */
export function messageField(number: number, value: Encoded): Encoded {
  return message(bytesOf([...varint((number << 3) | LENGTH_DELIMITED), ...varint(value.length)]), value);
}

/** A packed list of integers, the form proto3 has for repeated int64. */
export function packedIntegersField(number: number, values: readonly number[]): Encoded {
  return bytesField(number, Uint8Array.from(values.flatMap((value) => varint(value))));
}

/** Joins the pieces. */
export function toBytes(encoded: Encoded): Uint8Array {
  const bytes = new Uint8Array(encoded.length);
  let offset = 0;
  for (const piece of encoded.pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

function bytesOf(values: readonly number[]): Encoded {
  return { length: values.length, pieces: [Uint8Array.from(values)] };
}

/** Seven bits a byte, low bits first; a negative number takes ten bytes, as two's complement of 64 bits. */
function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return bytes;
}
