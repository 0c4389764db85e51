import { crc32, inflateRawSync } from 'node:zlib';
import { DocumentRefusal } from './refusal.ts';

/** What an Office file may hold, unpacked. */
const limits = {
  entries: 5000,
  /** Bytes of all entries together. */
  bytes: 300 * 1024 ** 2,
  /** How many times as large as it is packed an entry may become, beyond the first megabyte. */
  ratio: 150,
  exempt: 1024 ** 2,
} as const;

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const endLength = 22;

/** One file within an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly isStored: boolean;
  /** Its bytes. Throws DocumentRefusal where they are not as many, or not those, that the archive says. */
  read(): Buffer;
}

/**
 * The entries of a zip archive, in the order of its directory, by name. What it says of itself is not believed: an unpacker
 * that makes room for the size that is claimed (as `fflate` does) does not notice more. Throws DocumentRefusal where
 * something hangs before, behind or between the entries, where two of them share bytes or a name, and where they would
 * become too large.
 */
export function readArchive(bytes: Buffer): Map<string, ArchiveEntry> {
  const end = bytes.length - endLength;
  if (end < 0) throw new DocumentRefusal('archive-damaged');
  // A comment behind the directory is where other files are hidden.
  if (bytes.readUInt32LE(end) !== signatures.end) throw new DocumentRefusal('archive-hidden');
  const [count, length, start] = [end + 10, end + 12, end + 16] as const;
  const directory = { from: bytes.readUInt32LE(start), length: bytes.readUInt32LE(length) };
  if (directory.from + directory.length !== end) throw new DocumentRefusal('archive-hidden');
  const entries = bytes.readUInt16LE(count);
  if (entries > limits.entries) throw new DocumentRefusal('archive-bomb');
  return orDamaged(() => readDirectory(bytes, directory.from, entries));
}

/** What a directory says of an entry, and where its bytes are. */
interface Record {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

function readDirectory(bytes: Buffer, from: number, count: number): Map<string, ArchiveEntry> {
  const records: Record[] = [];
  for (let at = from, left = count; left > 0; left -= 1) {
    const record = readRecord(bytes, at);
    records.push(record);
    at = record.next;
  }
  requireSmall(records);
  requireApart(bytes, records, from);
  const entries = new Map<string, ArchiveEntry>();
  for (const record of records) {
    const { name, size, method } = record;
    if (entries.has(name.toLowerCase())) throw new DocumentRefusal('archive-hidden');
    entries.set(name.toLowerCase(), {
      name,
      size,
      isStored: method === 0,
      read: () => unpack(bytes, record),
    });
  }
  return new Map([...entries.values()].map((entry) => [entry.name, entry]));
}

function readRecord(bytes: Buffer, at: number): Record {
  if (bytes.readUInt32LE(at) !== signatures.central) throw new DocumentRefusal('archive-damaged');
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [nameLength, extra, comment] = [28, 30, 32].map((of) => bytes.readUInt16LE(at + of)) as [
    number,
    number,
    number,
  ];
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
  const isLocked = (flags & 1) === 1;
  const leads = name.startsWith('/') || /(^|[\\/])\.\.([\\/]|$)|\\|\0/.test(name);
  if (isLocked || leads || ![0, 8].includes(method)) throw new DocumentRefusal('archive-damaged');
  return {
    name,
    method,
    checksum: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
    next: at + 46 + nameLength + extra + comment,
  };
}

function requireSmall(records: readonly Record[]): void {
  const whole = records.reduce((sum, { size }) => sum + size, 0);
  const isBlownUp = ({ size, packed }: Record) => size > limits.exempt && size > packed * limits.ratio;
  if (whole > limits.bytes || records.some(isBlownUp)) throw new DocumentRefusal('archive-bomb');
}

/** The longest that may stand between two entries, bytes: what tells of sizes afterwards, and what aligns. */
const longestGap = 64;

/** Entries follow each other from the first byte to the directory, each under its own name, and share nothing. */
function requireApart(bytes: Buffer, records: readonly Record[], directory: number): void {
  let at = 0;
  for (const record of [...records].sort((one, other) => one.offset - other.offset)) {
    const gap = record.offset - at;
    if (gap < 0) throw new DocumentRefusal('archive-bomb');
    if (gap > longestGap || (at === 0 && gap > 0)) throw new DocumentRefusal('archive-hidden');
    const begin = locate(bytes, record);
    at = begin + record.packed;
  }
  if (at > directory || directory - at > longestGap) throw new DocumentRefusal('archive-hidden');
}

/** Where the packed bytes of an entry begin. */
function locate(bytes: Buffer, { offset, name }: Record): number {
  if (bytes.readUInt32LE(offset) !== signatures.local) throw new DocumentRefusal('archive-damaged');
  const [nameLength, extra] = [bytes.readUInt16LE(offset + 26), bytes.readUInt16LE(offset + 28)];
  const own = bytes.toString('utf8', offset + 30, offset + 30 + nameLength);
  if (own !== name) throw new DocumentRefusal('archive-hidden');
  return offset + 30 + nameLength + extra;
}

function unpack(bytes: Buffer, record: Record): Buffer {
  const { method, packed, size, checksum } = record;
  const begin = locate(bytes, record);
  const own = bytes.subarray(begin, begin + packed);
  const whole = method === 0 ? own : orDamaged(() => inflate(own, size));
  if (whole.length !== size || crc32(whole) !== checksum) throw new DocumentRefusal('archive-damaged');
  return whole;
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    // One byte more than is claimed is enough to tell that there is more.
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch (error) {
    const isLarger =
      error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentRefusal(isLarger ? 'archive-bomb' : 'archive-damaged');
  }
}

function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof DocumentRefusal ? error : new DocumentRefusal('archive-damaged');
  }
}
