import { InputError } from '../../problem.ts';
import { charsetOfDriver, findCharset, utf8 } from './charset.ts';
import { composeSigns, createDecoder, type Declaration, type Decoder } from './encoding.ts';

/** The attributes of a shapefile: one row a shape. A row that is marked as deleted is null. */
export interface AttributeTable {
  readonly fields: readonly string[];
  /** How the text was read where nothing or the wrong thing said how. */
  readonly notes: readonly string[];
  readonly rows: readonly (Readonly<Record<string, string | number | null>> | null)[];
}

interface AttributeField {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

/**
 * Reads a dBASE III table as the ESRI shapefile specification uses it. Texts that are valid UTF-8 are that; others are in
 * the set that the text of the .cpg names, or else the table's language driver, or else windows-1252. Throws InputError.
 */
export function readAttributeTable(bytes: Uint8Array, file: string, charset: string | null): AttributeTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint16(10, true) === 0)
    throw fail(file, 'it is no dBASE table', 'export the shapefile again');
  const count = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  const needed = headerLength + count * rowLength;
  if (needed > bytes.length)
    throw fail(
      file,
      `it breaks off: ${bytes.length} of ${needed} bytes are there`,
      'copy the whole file again',
    );
  const declaration = findDeclaration(bytes, file, charset);
  const isUnicode = declaration.charset === utf8 || hasUnicode(bytes.subarray(headerLength, needed));
  const decoder = createDecoder(file, declaration, isUnicode);
  const fields = readFields(bytes, headerLength, decoder);
  const rows = Array.from({ length: count }, (_, row) => {
    const start = headerLength + row * rowLength;
    return bytes[start] === deletedMark
      ? null
      : readRow(bytes.subarray(start, start + rowLength), fields, decoder);
  });
  return { fields: fields.map(({ name }) => name), notes: decoder.listNotes(), rows };
}

const deletedMark = 0x2a;
const endOfFields = 0x0d;

/** Position of the byte that names the language driver. */
const driverPosition = 29;

/** What the .cpg says, or else the table's own byte. */
function findDeclaration(bytes: Uint8Array, file: string, cpg: string | null): Declaration {
  const label = (cpg ?? '').replaceAll(/[\0\ufeff]/g, '').trim();
  const beside = file.replace(/dbf$/i, (end) => (end === 'DBF' ? 'CPG' : 'cpg'));
  const remedy = `write "850", "437" or "1252", whichever it is in, into ${beside}, or export it as UTF-8`;
  if (label) return { charset: findCharset(label), says: `the .cpg says "${label}"`, remedy };
  const charset = charsetOfDriver(bytes[driverPosition] ?? 0);
  return { charset, says: charset && `the language driver says ${charset.name}`, remedy };
}

/** Whether letters in UTF-8 stand there: a sign of Latin, then one of the bytes that can only follow. */
function hasUnicode(bytes: Uint8Array): boolean {
  for (let index = bytes.indexOf(0xc3); index >= 0; index = bytes.indexOf(0xc3, index + 1))
    if (((bytes[index + 1] ?? 0) & 0xc0) === 0x80) return true;
  return false;
}

function readFields(bytes: Uint8Array, headerLength: number, decoder: Decoder): AttributeField[] {
  const fields: AttributeField[] = [];
  let start = 1;
  for (let offset = 32; offset + 32 <= headerLength && bytes[offset] !== endOfFields; offset += 32) {
    const name = composeSigns(decoder.decode(cutAtZero(bytes.subarray(offset, offset + 11))));
    const length = bytes[offset + 16] ?? 0;
    fields.push({ name: name.trim(), type: String.fromCharCode(bytes[offset + 11] ?? 0), start, length });
    start += length;
  }
  return fields;
}

function readRow(
  bytes: Uint8Array,
  fields: readonly AttributeField[],
  decoder: Decoder,
): Record<string, string | number | null> {
  const row: Record<string, string | number | null> = {};
  for (const { name, type, start, length } of fields) {
    const text = decoder.decode(trimEnd(bytes.subarray(start, start + length)), length).trim();
    const isNumber = (type === 'N' || type === 'F') && text !== '' && Number.isFinite(Number(text));
    row[name] = text === '' ? null : isNumber ? Number(text) : text;
  }
  return row;
}

function cutAtZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Without the spaces and zeros that fill a field. */
function trimEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
  return bytes.subarray(0, end);
}

function fail(file: string, message: string, remedy: string): InputError {
  return new InputError({ file, message, remedy });
}
