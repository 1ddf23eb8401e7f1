const SHINGLE_WORDS = 3;
const MIN_SHINGLES = 40;
const MAX_WORDS = 6000;
/** Reused from call to call: allocating them would cost more than the hashing. */
const words = new Int32Array(MAX_WORDS * 2);
const bytes = new Int32Array(8 * 256);

/**
 * 64-bit SimHash (Charikar 2002) over three-word shingles, as a signed bigint for Postgres; null below 40 shingles,
 * where a few shared stock phrases would make strangers alike.
 */
export function simhash(text: string): bigint | null {
  const count = hashWords(text) - SHINGLE_WORDS + 1;
  if (count < MIN_SHINGLES) return null;
  // Counting bytes instead of bits takes 8 steps per shingle instead of 64; the bits are summed once at the end.
  bytes.fill(0);
  for (let i = 0; i < count; i++) {
    countBytes(0, shingle(i * 2));
    countBytes(4, shingle(i * 2 + 1));
  }
  const high = majorityBits(0, count);
  const low = majorityBits(4, count);
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

/** Writes two independent 32-bit hashes per word, one after the other; returns the number of words. */
function hashWords(text: string): number {
  const lower = text.toLowerCase();
  let count = 0;
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  let isInWord = false;
  for (let i = 0; i <= lower.length && count < MAX_WORDS; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 32;
    if (isWordUnit(code)) {
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x5bd1e995) ^ (second >>> 15);
      isInWord = true;
    } else if (isInWord) {
      words[count * 2] = first;
      words[count * 2 + 1] = second;
      count++;
      first = 0x811c9dc5;
      second = 0x9747b28c;
      isInWord = false;
    }
  }
  return count;
}

function isWordUnit(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  // Latin-1 signs, general punctuation and CJK punctuation part words.
  return code > 0xbf && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

function shingle(at: number): number {
  let hash = 0;
  for (let word = 0; word < SHINGLE_WORDS; word++) {
    hash = Math.imul(hash ^ (words[at + word * 2] as number), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function countBytes(from: number, hash: number): void {
  for (let byte = 0; byte < 4; byte++) {
    const at = (from + byte) * 256 + ((hash >>> (byte * 8)) & 255);
    bytes[at] = (bytes[at] as number) + 1;
  }
}

/** 32 bits, each set when more than half of the hashes have it set. */
function majorityBits(from: number, count: number): number {
  let bits = 0;
  for (let byte = 0; byte < 4; byte++) {
    const row = (from + byte) * 256;
    for (let bit = 0; bit < 8; bit++) {
      // Values with this bit set come in runs of 2^bit.
      const run = 1 << bit;
      let ones = 0;
      for (let start = run; start < 256; start += run * 2) {
        for (let value = start; value < start + run; value++) ones += bytes[row + value] as number;
      }
      if (ones * 2 > count) bits |= 1 << (byte * 8 + bit);
    }
  }
  return bits;
}
