/** One field of a table: its numbers as they are stored, in the processor's own order of bytes. */
export interface ArrowField {
  readonly name: string;
  /** Whether it may hold nulls. */
  readonly nullable: boolean;
  readonly numbers: ArrayLike<number>;
  readonly isNull: (index: number) => boolean;
}

export interface ArrowTable {
  /** Number of rows. */
  readonly size: number;
  readonly metadata: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, ArrowField>;
}

/**
 * Reads a table of whole numbers of 8, 16 and 32 bits and of 64-bit floating-point numbers from Apache Arrow's IPC stream of
 * one uncompressed batch, or a file of one, which is what columns are: a fraction of a whole reader, as it comes before the first map. After
 * the Arrow Columnar Format 1.5 and its Message.fbs and Schema.fbs. Throws an Error for other bytes.
 */
export function readArrowTable(bytes: Uint8Array): ArrowTable {
  try {
    return readStream(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      throw new Error('These bytes are no Arrow stream of numbers', { cause: error });
    throw error;
  }
}

const header = { schema: 1, batch: 3 } as const;
const type = { whole: 2, floating: 3 } as const;

function readStream(bytes: Uint8Array): ArrowTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let schema: FlatTable | null = null;
  let at = beginsAsFile(bytes) ? 8 : 0;
  // A length of 0 ends a stream, as the end of the bytes does.
  while (at + 8 <= bytes.length && view.getInt32(at, true) === -1 && view.getInt32(at + 4, true) > 0) {
    const body = at + 8 + view.getInt32(at + 4, true);
    const message = rootOf(view, at + 8);
    if (message.byte(1) === header.schema) schema = message.table(2);
    if (message.byte(1) === header.batch && schema) return readBatch(bytes, schema, message.table(2), body);
    at = body + message.long(3);
  }
  throw new Error('These bytes are no Arrow stream of numbers');
}

/** A file of Arrow, which columns once were, is a stream between its name and an index. */
function beginsAsFile(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 6)) === 'ARROW1';
}

function readBatch(bytes: Uint8Array, schema: FlatTable, batch: FlatTable, body: number): ArrowTable {
  if (batch.has(3)) throw new Error('The buffers of this Arrow stream are compressed');
  const size = batch.long(0);
  const buffers = batch.structs(2, 2);
  const read = (index: number): Uint8Array<ArrayBuffer> => {
    const [offset = 0, length = 0] = buffers[index] ?? [];
    if (body + offset + length > bytes.length) throw new RangeError('The stream ends before its numbers do');
    // A copy begins where numbers of any width may.
    return new Uint8Array(bytes.subarray(body + offset, body + offset + length));
  };
  const fields = schema.tables(1).map((field, index): [string, ArrowField] => {
    const name = field.text(0);
    const [validity, data] = [read(2 * index), read(2 * index + 1)];
    const numbers = new (chooseArray(field, name))(data.buffer, 0, size);
    const isNull = (row: number): boolean =>
      validity.length > 0 && ((validity[row >> 3] ?? 0) & (1 << (row & 7))) === 0;
    return [name, { name, nullable: field.byte(1) === 1, numbers, isNull }];
  });
  const metadata = schema.tables(2).map((entry) => [entry.text(0), entry.text(1)] as const);
  return { size, metadata: new Map(metadata), fields: new Map(fields) };
}

const signed = { 8: Int8Array, 16: Int16Array, 32: Int32Array } as const;
const unsigned = { 8: Uint8Array, 16: Uint16Array, 32: Uint32Array } as const;

function chooseArray(field: FlatTable, name: string) {
  const about = field.table(3);
  const bits = about.int(0);
  if (field.byte(2) === type.whole && (bits === 8 || bits === 16 || bits === 32))
    return (about.byte(1) === 1 ? signed : unsigned)[bits];
  // Of floating-point numbers the first field is their precision; 2 is double.
  if (field.byte(2) === type.floating && about.short(0) === 2) return Float64Array;
  throw new Error(`The field ${name} of this Arrow stream holds something else than numbers of a column`);
}

/** A table of FlatBuffers: its entries by their place in the schema, with 0, none or an empty text where one is left out. */
interface FlatTable {
  readonly has: (field: number) => boolean;
  readonly byte: (field: number) => number;
  readonly short: (field: number) => number;
  readonly int: (field: number) => number;
  readonly long: (field: number) => number;
  readonly text: (field: number) => string;
  readonly table: (field: number) => FlatTable;
  readonly tables: (field: number) => FlatTable[];
  /** Structs of so many 64-bit numbers. */
  readonly structs: (field: number, longs: number) => number[][];
}

function rootOf(view: DataView, at: number): FlatTable {
  return readTable(view, at + view.getUint32(at, true));
}

function readTable(view: DataView, at: number): FlatTable {
  const offsets = at - view.getInt32(at, true);
  const place = (field: number): number => {
    const entry = 4 + 2 * field;
    const offset = entry < view.getUint16(offsets, true) ? view.getUint16(offsets + entry, true) : 0;
    return offset && at + offset;
  };
  const follow = (where: number): number => where + view.getUint32(where, true);
  const long = (where: number): number =>
    view.getUint32(where, true) + view.getInt32(where + 4, true) * 2 ** 32;
  const number = (read: (where: number) => number) => (field: number) => {
    const where = place(field);
    return where && read(where);
  };
  const list = (field: number, width: number): number[] => {
    if (!place(field)) return [];
    const start = follow(place(field));
    return Array.from({ length: view.getUint32(start, true) }, (_, index) => start + 4 + index * width);
  };
  return {
    has: (field) => place(field) !== 0,
    byte: number((where) => view.getUint8(where)),
    short: number((where) => view.getInt16(where, true)),
    int: number((where) => view.getInt32(where, true)),
    long: number(long),
    text: (field) => {
      if (!place(field)) return '';
      const start = follow(place(field));
      const length = view.getUint32(start, true);
      return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + start + 4, length));
    },
    table: (field) => {
      if (!place(field)) throw new RangeError(`The stream lacks entry ${field} of a table`);
      return readTable(view, follow(place(field)));
    },
    tables: (field) => list(field, 4).map((where) => readTable(view, follow(where))),
    structs: (field, longs) =>
      list(field, 8 * longs).map((where) =>
        Array.from({ length: longs }, (_, index) => long(where + 8 * index)),
      ),
  };
}
