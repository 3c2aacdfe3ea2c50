/** One tensor of the file; `bytes` is a view of it, little-endian, row-major. */
export interface SafeTensor {
  name: string;
  dtype: string;
  shape: number[];
  bytes: Uint8Array;
}

/** A file that breaks the safetensors format; the message names the tensor and the rule. */
export class SafetensorsError extends Error {
  override readonly name = "SafetensorsError";
}

/** Bytes of one element; the types of the format's version 0.x that have a whole number of bytes. */
const ELEMENT_BYTES: Readonly<Partial<Record<string, number>>> = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E5M2: 1,
  F8_E4M3: 1,
  U16: 2,
  I16: 2,
  F16: 2,
  BF16: 2,
  U32: 4,
  I32: 4,
  F32: 4,
  U64: 8,
  I64: 8,
  F64: 8,
};

/** The format's own limit, so that a hostile length cannot make us parse gigabytes of JSON. */
const MAX_HEADER_BYTES = 100_000_000;
const LENGTH_BYTES = 8;

/**
 * Reads a safetensors file without copying its data.
 *
 * Strict: the tensors must tile the data section exactly, without gap or overlap, and each must have as many bytes as
 * its shape and type say, so a truncated or padded file is refused.
 *
 * @returns Tensors by name, in the order of the data section.
 * @throws SafetensorsError on any file that breaks the format.
 * @see https://github.com/huggingface/safetensors#format
 */
export function readSafetensors(file: Uint8Array): Map<string, SafeTensor> {
  const { header, data } = splitFile(file);
  const placed = Object.entries(header)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, entry]) => readEntry(name, entry));
  placed.sort((a, b) => a.begin - b.begin || a.end - b.end);

  const tensors = new Map<string, SafeTensor>();
  let expected = 0;
  for (const { name, dtype, shape, begin, end } of placed) {
    if (begin !== expected) fail(`"${name}" starts at byte ${begin} of the data, expected ${expected}`);
    if (end > data.length) fail(`"${name}" ends at byte ${end} of the data, but there are only ${data.length}`);
    tensors.set(name, { name, dtype, shape, bytes: data.subarray(begin, end) });
    expected = end;
  }
  if (expected !== data.length) fail(`${data.length - expected} bytes after the last tensor belong to none`);
  return tensors;
}

function splitFile(file: Uint8Array): { header: Record<string, unknown>; data: Uint8Array } {
  if (file.length < LENGTH_BYTES) fail(`the file has ${file.length} bytes, fewer than its 8-byte header length`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  if (headerBytes > Math.min(MAX_HEADER_BYTES, file.length - LENGTH_BYTES)) {
    fail(`the header claims ${headerBytes} bytes, more than the file or the format allows`);
  }
  const dataStart = LENGTH_BYTES + headerBytes;
  return { header: parseHeader(file.subarray(LENGTH_BYTES, dataStart)), data: file.subarray(dataStart) };
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    fail("the header is not UTF-8 JSON");
  }
  if (!isRecord(parsed)) fail("the header is not a JSON object");
  return parsed;
}

interface Placed {
  name: string;
  dtype: string;
  shape: number[];
  begin: number;
  end: number;
}

function readEntry(name: string, entry: unknown): Placed {
  if (!isRecord(entry)) fail(`"${name}" is not described by an object`);
  const { shape, data_offsets: offsets } = entry;
  const dtype = String(entry["dtype"]);
  const elementBytes = ELEMENT_BYTES[dtype];
  if (elementBytes === undefined) fail(`"${name}" has the unknown type ${dtype}`);
  if (!isSizes(shape)) fail(`"${name}" has a shape that is not a list of sizes`);
  if (!isSizes(offsets)) fail(`"${name}" has data_offsets that are not a list of sizes`);
  const [begin, end] = offsets;
  if (begin === undefined || end === undefined || offsets.length !== 2)
    fail(`"${name}" needs exactly two data_offsets`);
  const bytes = shape.reduce((product, length) => product * length, elementBytes);
  if (end - begin !== bytes) fail(`"${name}" holds ${end - begin} bytes, its shape and type need ${bytes}`);
  return { name, dtype, shape, begin, end };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

function fail(what: string): never {
  throw new SafetensorsError(`Not a usable safetensors file: ${what}.`);
}
