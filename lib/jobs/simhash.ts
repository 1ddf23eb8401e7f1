const SHINGLE_WORDS = 3;
const MIN_SHINGLES = 40;
const MAX_WORDS = 6000;

/**
 * 64-bit SimHash (Charikar 2002) over three-word shingles, as a signed bigint for Postgres; null below 40 shingles,
 * where a few shared stock phrases would make strangers alike.
 */
export function simhash(text: string): bigint | null {
  const words = hashWords(text);
  const count = words.length / 2 - SHINGLE_WORDS + 1;
  if (count < MIN_SHINGLES) return null;
  const sums = new Int32Array(64);
  for (let i = 0; i < count; i++) {
    const at = i * 2;
    addBits(sums, 0, shingle(words, at));
    addBits(sums, 32, shingle(words, at + 1));
  }
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < 32; bit++) {
    if ((sums[bit] ?? 0) > 0) high |= 1 << bit;
    if ((sums[32 + bit] ?? 0) > 0) low |= 1 << bit;
  }
  return BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
}

/** Differing bits of two 64-bit hashes: 0 for the same text, about 32 for strangers. */
export function hammingDistance(a: bigint, b: bigint): number {
  const difference = BigInt.asUintN(64, a ^ b);
  return bitCount(Number(difference >> 32n)) + bitCount(Number(difference & 0xffffffffn));
}

function bitCount(value: number): number {
  let bits = value >>> 0;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Two independent 32-bit hashes per word, one after the other. A word is a run of letters and digits. */
function hashWords(text: string): number[] {
  const lower = text.toLowerCase();
  const words: number[] = [];
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  let length = 0;
  for (let i = 0; i <= lower.length && words.length < MAX_WORDS * 2; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 32;
    if (isWordUnit(code)) {
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x5bd1e995) ^ (second >>> 15);
      length++;
    } else if (length > 0) {
      words.push(first, second);
      first = 0x811c9dc5;
      second = 0x9747b28c;
      length = 0;
    }
  }
  return words;
}

function isWordUnit(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  // Latin-1 signs, general punctuation and CJK punctuation part words.
  return code > 0xbf && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

function shingle(words: readonly number[], at: number): number {
  let hash = 0;
  for (let word = 0; word < SHINGLE_WORDS; word++) {
    hash = Math.imul(hash ^ (words[at + word * 2] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function addBits(sums: Int32Array, offset: number, hash: number): void {
  for (let bit = 0; bit < 32; bit++) {
    const at = offset + bit;
    sums[at] = (sums[at] ?? 0) + ((hash >>> bit) & 1) * 2 - 1;
  }
}
