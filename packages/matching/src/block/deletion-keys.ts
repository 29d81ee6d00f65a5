import { mix } from './hash-index.ts';

const BASE = 0x01000193;

/**
 * Hashes of `text` and of every text made by dropping one character. Two texts within one substitution, insertion,
 * deletion or neighbouring swap share at least one (Garbe's symmetric deletion). The first is the text's own hash.
 */
export function deletionHashes(text: string, out: Uint32Array): number {
  const length = Math.min(text.length, out.length - 1);
  // Polynomial: h(t) = Σ c_i·B^(n-1-i); dropping position i joins the hash of the head and of the tail.
  let whole = 0;
  for (let i = 0; i < length; i++) whole = (Math.imul(whole, BASE) + text.charCodeAt(i)) | 0;
  out[0] = mix(whole ^ Math.imul(length, 0x9e3779b1));
  let tail = 0;
  let power = 1;
  let count = 1;
  // Walk from the end: `tail` is the hash of text[i+1..], `power` = B^(length-1-i).
  for (let i = length - 1; i >= 0; i--) {
    if (i === length - 1 || text.charCodeAt(i) !== text.charCodeAt(i + 1)) {
      // whole = head·B^(n-i) + c_i·B^(n-1-i) + tail, so head·B^(n-1-i) = (whole − tail − c_i·power) / B.
      const head = Math.imul((whole - tail - Math.imul(text.charCodeAt(i), power)) | 0, INVERSE);
      out[count++] = mix((head + tail) ^ Math.imul(length - 1, 0x9e3779b1));
    }
    tail = (tail + Math.imul(text.charCodeAt(i), power)) | 0;
    power = Math.imul(power, BASE);
  }
  return count;
}

/** Inverse of BASE modulo 2^32 (BASE is odd), by Newton's iteration. */
const INVERSE = invert(BASE);

function invert(value: number): number {
  let inverse = value;
  for (let i = 0; i < 5; i++) inverse = Math.imul(inverse, 2 - Math.imul(value, inverse));
  return inverse;
}
