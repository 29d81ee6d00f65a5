/** A copy of `from` that several threads can read. */
export function inSharedMemory<T extends Int32Array | Uint32Array>(from: T): T {
  const buffer = new SharedArrayBuffer(from.byteLength);
  const to = (from instanceof Int32Array ? new Int32Array(buffer) : new Uint32Array(buffer)) as T;
  to.set(from);
  return to;
}
