/** Bytes of a page of PostgreSQL. */
export const pageBytes = 8192;
/** Pages of a file of a table before the next one begins (a gigabyte). */
export const pagesOfFile = 131_072;

const lanes = 32;
const rows = pageBytes / (4 * lanes);
const prime = 16_777_619;
const checksumAt = 8;

/** Where each lane begins (`checksumBaseOffsets`). */
const bases = Int32Array.of(
  0x5b1f36e9,
  0xb8525960,
  0x02ab50aa,
  0x1de66d2a,
  0x79ff467a,
  0x9bb9f8a3,
  0x217e7cd2,
  0x83e13d2c,
  0xf8d4474f,
  0xe39eb970,
  0x42c6ae16,
  0x993216fa,
  0x7b093b5d,
  0x98daff3c,
  0xf718902a,
  0x0b1c9cdb,
  0xe58f764b,
  0x187636bc,
  0x5d7b3bb1,
  0xe73de7de,
  0x92bec979,
  0xcca6c0b2,
  0x304a0979,
  0x85aa43d4,
  0x783125bb,
  0x6ca8eaa2,
  0xe407eac6,
  0x4b5cfc3e,
  0x9fbf8c76,
  0x15ca20be,
  0xf2ca9fd3,
  0x959bd756,
);

/**
 * The checksum of a page, as PostgreSQL writes it into the page itself: 32 lanes of FNV-1a over its words, and its number
 * in the table (`src/include/storage/checksum_impl.h`). `page`: 2,048 words, the lower end first.
 */
export function computeChecksum(page: Int32Array, number: number): number {
  const sums = Int32Array.from(bases);
  for (let row = 0; row < rows; row++)
    for (let lane = 0; lane < lanes; lane++) {
      const at = row * lanes + lane;
      // The checksum itself counts as zero: the lower half of the third word.
      const word = at === checksumAt / 4 ? (page[at] ?? 0) & 0xffff0000 : (page[at] ?? 0);
      sums[lane] = mix(sums[lane] ?? 0, word);
    }
  let result = 0;
  for (let lane = 0; lane < lanes; lane++) result ^= mix(mix(sums[lane] ?? 0, 0), 0);
  return (((result ^ number) >>> 0) % 65_535) + 1;
}

function mix(sum: number, word: number): number {
  const mixed = sum ^ word;
  return Math.imul(mixed, prime) ^ (mixed >>> 17);
}

/** The checksum that stands in a page. */
export function readChecksum(page: Int32Array): number {
  return (page[checksumAt / 4] ?? 0) & 0xffff;
}
