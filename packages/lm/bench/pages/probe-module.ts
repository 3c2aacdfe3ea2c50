/**
 * A WebAssembly module written by hand, because what bounds a runtime is what the engine's own SIMD can do:
 * - `sum(from, to)` adds up the floats of that part of the memory, 128 bytes a turn: nothing but reading;
 * - `multiplyAdd(turns)` does `CHAINS` independent `a = a · m + c` on four floats each turn: nothing but arithmetic.
 */
export interface Probe {
  sum(from: number, to: number): number;
  multiplyAdd(turns: number): number;
}

/** Independent accumulators: enough to hide the latency of an addition, few enough for the registers. */
const LANES = 8;
const CHAINS = 12;

/** Floating-point operations of one turn of `multiplyAdd`. */
export const OPERATIONS_PER_TURN = CHAINS * 4 * 2;

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const GET = 0x20;
const SET = 0x21;
const TEE = 0x22;
const ADD = [0xfd, 0xe4, 0x01];
const MULTIPLY = [0xfd, 0xe6, 0x01];
const FIRST_LANE = [0xfd, 0x1f, 0];
const LOOP = [0x03, 0x40];
const BRANCH_IF = [0x0d, 0];
const END = 0x0b;

export function instantiate(memory: WebAssembly.Memory): Probe {
  const module = new WebAssembly.Module(moduleBytes());
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Probe;
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      list([
        [0x60, ...list([[I32], [I32]]), ...list([[F32]])],
        [0x60, ...list([[I32]]), ...list([[F32]])],
      ]),
    ),
    ...section(2, list([[...name("env"), ...name("memory"), 2, 0, 1]])),
    ...section(3, list([[0], [1]])),
    ...section(
      7,
      list([
        [...name("sum"), 0, 0],
        [...name("multiplyAdd"), 0, 1],
      ]),
    ),
    ...section(10, list([sized(sumBody()), sized(multiplyAddBody())])),
  ]);
}

function sumBody(): number[] {
  const accumulators = range(2, LANES);
  const loads = accumulators.flatMap((local, i) => [
    ...[GET, local, GET, 0, 0xfd, 0, 4, ...unsigned(16 * i)],
    ...[...ADD, SET, local],
  ]);
  const advance = [GET, 0, 0x41, ...signed(16 * LANES), 0x6a, TEE, 0, GET, 1, 0x49];
  return [1, LANES, V128, ...LOOP, ...loads, ...advance, ...BRANCH_IF, END, ...addUp(accumulators), END];
}

function multiplyAddBody(): number[] {
  const accumulators = range(1, CHAINS);
  const factor = 1 + CHAINS;
  const splat = (value: number, local: number): number[] => [0x43, ...float(value), 0xfd, 0x13, SET, local];
  const steps = accumulators.flatMap((a) => [GET, a, GET, factor, ...MULTIPLY, GET, factor + 1, ...ADD, SET, a]);
  const countDown = [GET, 0, 0x41, 1, 0x6b, TEE, 0];
  return [
    ...[1, CHAINS + 2, V128, ...splat(0.5, factor), ...splat(1, factor + 1)],
    ...[...LOOP, ...steps, ...countDown, ...BRANCH_IF, END, ...addUp(accumulators), END],
  ];
}

function addUp(locals: readonly number[]): number[] {
  return [...locals.flatMap((local, i) => [GET, local, ...(i > 0 ? ADD : [])]), ...FIRST_LANE];
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const name = (text: string): number[] => sized([...new TextEncoder().encode(text)]);
const float = (value: number): number[] => [...new Uint8Array(Float32Array.of(value).buffer)];

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >> 7)];
}

/** LEB128 of a number that is not negative: its last group must not look like a minus. */
function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)];
}
