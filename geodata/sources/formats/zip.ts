import { Inflate } from 'fflate';
import { InputError } from '../../problem.ts';

/** What a zip may hold. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of what is taken out of it together. */
  readonly bytes: number;
}

/** How many times as large as it is packed an entry may become, beyond the first ten megabytes. */
const mostGrowth = 200;
const exempt = 10_000_000;
/** Bytes that are unpacked at once become at most a thousand times as many. */
const pieceBytes = 16_384;

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const endLength = 22;
const longestComment = 65_535;
/** Stands in the place of what a longer number further on tells. */
const elsewhere = 0xffffffff;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isLocked: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Takes the wanted files out of a zip (APPNOTE 6.3.10), by their names. What it says of itself is checked while it is
 * unpacked, and refused where entries share bytes or become too large. Throws InputError, calling it `file`, and ZipFault.
 */
export function readZip(
  bytes: Uint8Array,
  file: string,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readOrDamaged(() => listEntries(view, bytes));
  const wanted = entries.filter(({ name }) => isWanted(name));
  requireSmall(entries, wanted, limits, file);
  requireApart(entries, file);
  return new Map(wanted.map((entry) => [entry.name, readOrDamaged(() => unpack(view, bytes, entry))]));
}

/** A zip that is damaged, or packed in a way that is not read; its message says how. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault';
}

/** Whatever lies beyond the bytes that are there breaks off. */
function readOrDamaged<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault('it breaks off');
  }
}

function requireSmall(
  all: readonly Entry[],
  wanted: readonly Entry[],
  limits: ZipLimits,
  file: string,
): void {
  const together = wanted.reduce((sum, { size }) => sum + size, 0);
  const grown = wanted.find(({ size, packed }) => size > exempt && size > packed * mostGrowth);
  const fault =
    all.length > limits.entries
      ? `it holds ${all.length} files`
      : together > limits.bytes
        ? `its files take ${together} bytes unpacked`
        : grown &&
          `"${grown.name}" takes ${Math.round(grown.size / Math.max(1, grown.packed))} times as much unpacked`;
  if (fault)
    throw new InputError({
      file,
      message: `${fault}, more than can be read at once`,
      remedy: 'give a file with fewer layers or a smaller region, or of a table with fewer sheets',
    });
}

/** Entries that lie in each other become many times what the zip holds. */
function requireApart(entries: readonly Entry[], file: string): void {
  let end = 0;
  let before = '';
  for (const { name, offset, packed } of [...entries].sort((one, other) => one.offset - other.offset)) {
    if (offset < end)
      throw new InputError({
        file,
        message: `the files "${before}" and "${name}" lie in each other`,
        remedy: 'unpack it and pack its files anew',
      });
    [end, before] = [offset + packed, name];
  }
}

function listEntries(view: DataView, bytes: Uint8Array): Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === elsewhere || count === 0xffff) throw new ZipFault('it is larger than is read');
  const entries: Entry[] = [];
  for (let left = count; left > 0; left--) {
    if (view.getUint32(at, true) !== signatures.central) throw new ZipFault('its list of files is cut off');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((of) =>
      view.getUint16(at + of, true),
    ) as [number, number, number];
    const nameAt = at + 46;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength)),
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      ...readSizes(view, at, { from: nameAt + nameLength, length: extraLength }),
    });
    at = nameAt + nameLength + extraLength + commentLength;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--)
    if (view.getUint32(at, true) === signatures.end) return at;
  throw new ZipFault('its end is cut off');
}

/** Sizes and place, of which some programs write each as 64 bits in a field of its own (4.5.3). */
function readSizes(
  view: DataView,
  at: number,
  extra: { readonly from: number; readonly length: number },
): Pick<Entry, 'packed' | 'size' | 'offset'> {
  const own = [24, 20, 42].map((of) => view.getUint32(at + of, true));
  let place = extra.from;
  const end = extra.from + extra.length;
  while (place + 4 <= end && view.getUint16(place, true) !== 1) place += 4 + view.getUint16(place + 2, true);
  let long = place + 4;
  const [size = 0, packed = 0, offset = 0] = own.map((value) => {
    if (value !== elsewhere) return value;
    if (long + 8 > end) throw new ZipFault('a size is missing');
    long += 8;
    return Number(view.getBigUint64(long - 8, true));
  });
  return { size, packed, offset };
}

function unpack(
  view: DataView,
  bytes: Uint8Array,
  { name, method, isLocked, packed, size, offset }: Entry,
): Uint8Array {
  if (isLocked) throw new ZipFault(`"${name}" has a password`);
  if (view.getUint32(offset, true) !== signatures.local)
    throw new ZipFault(`"${name}" is not where it should be`);
  const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const own = bytes.subarray(begin, begin + packed);
  if (own.length !== packed) throw new ZipFault(`"${name}" is cut off`);
  if (method === 0 && packed === size) return own;
  if (method !== 8) throw new ZipFault(`"${name}" is packed in another way`);
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((part) => {
    if (length + part.length > size) throw new ZipFault(`"${name}" is larger than it says`);
    whole.set(part, length);
    length += part.length;
  });
  for (let from = 0; from < own.length; from += pieceBytes)
    inflate.push(own.subarray(from, from + pieceBytes), from + pieceBytes >= own.length);
  if (length !== size) throw new ZipFault(`"${name}" is smaller than it says`);
  return whole;
}
