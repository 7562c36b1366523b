/**
 * The namespace of what this catalogue names: drawn once, never to be changed, for every name in every
 * feed follows from it.
 */
const NAMESPACE = '3c8766ae-5359-40c3-8bb1-0d184644f128';

/**
 * An IRI that belongs to a name, whichever address the site has: `urn:uuid:` with a version 5 UUID
 * (RFC 9562, section 5.5). Atom asks for ids that never change, and a site may move.
 */
export function nameUuid(name: string): string {
  const namespace = (NAMESPACE.match(/[0-9a-f]{2}/g) ?? []).map((pair) => parseInt(pair, 16));
  const bytes = sha1([...namespace, ...new TextEncoder().encode(name)]).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** SHA-1 of some bytes (RFC 3174, section 6.1): for names, not for secrets. */
function sha1(message: readonly number[]): number[] {
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const padded = pad(message);
  for (let start = 0; start < padded.length; start += 64) {
    state = mixBlock(state, padded.slice(start, start + 64));
  }
  return state.flatMap(toBytes);
}

/** The message, a one bit, zeros, and the length in bits: whole blocks of 64 bytes. */
function pad(message: readonly number[]): number[] {
  const zeros = (119 - (message.length % 64)) % 64;
  const bits = message.length * 8;
  return [
    ...message,
    0x80,
    ...new Array<number>(zeros).fill(0),
    ...toBytes(Math.floor(bits / 2 ** 32)),
    ...toBytes(bits),
  ];
}

const toBytes = (word: number): number[] => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff);

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function mixBlock(state: readonly number[], block: readonly number[]): number[] {
  const words: number[] = [];
  for (let i = 0; i < 80; i++) {
    const at = (back: number): number => words[i - back] ?? 0;
    words.push(i < 16 ? readWord(block, i * 4) : rotate(at(3) ^ at(8) ^ at(14) ^ at(16), 1));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (const [i, word] of words.entries()) {
    const next =
      (rotate(a, 5) + mixWords(i, b, c, d) + e + word + (ROUNDS[Math.floor(i / 20)] ?? 0)) | 0;
    [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
  }
  return [a, b, c, d, e].map((word, i) => (word + (state[i] ?? 0)) | 0);
}

const readWord = (bytes: readonly number[], at: number): number =>
  [0, 1, 2, 3].reduce((word, i) => (word << 8) | (bytes[at + i] ?? 0), 0);

const ROUNDS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function mixWords(round: number, b: number, c: number, d: number): number {
  if (round < 20) return (b & c) | (~b & d);
  return round >= 40 && round < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}
