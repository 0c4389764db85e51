/** Of PostgreSQL 18, whose `ControlFileData` this knows (`src/include/catalog/pg_control.h`). */
const knownVersion = 1800;
const places = { version: 8, checksums: 252, ownChecksum: 292 } as const;

/** What the control file of a database says of its pages, and whether it is as it was written. */
export interface ControlFile {
  readonly isWhole: boolean;
  readonly hasChecksums: boolean;
}

/** Reads a control file; null where another version of PostgreSQL wrote it. */
export function describeControlFile(bytes: Buffer): ControlFile | null {
  if (bytes.length < places.ownChecksum + 4) return null;
  const isWhole =
    bytes.readUInt32LE(places.ownChecksum) === computeCrc32c(bytes.subarray(0, places.ownChecksum));
  if (!isWhole && bytes.readUInt32LE(places.version) !== knownVersion) return null;
  return { isWhole, hasChecksums: bytes.readUInt32LE(places.checksums) > 0 };
}

/** The cyclic redundancy check by Castagnoli's polynomial, reflected, that PostgreSQL uses. */
export function computeCrc32c(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0x82f63b78 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
