import { InputError } from '../../problem.ts';

/** The attributes of a shapefile: one row a shape. A row that is marked as deleted is null. */
export interface AttributeTable {
  readonly fields: readonly string[];
  /** How the text was read where nothing or the wrong thing said how. */
  readonly note: string | null;
  readonly rows: readonly (Readonly<Record<string, string | number | null>> | null)[];
}

interface AttributeField {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

/**
 * Reads a dBASE III table as the ESRI shapefile specification uses it. The text of the .cpg names the character set;
 * without, it is UTF-8 where all bytes are valid and windows-1252 otherwise. Throws InputError.
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
  const { decoder, note } = chooseDecoder(bytes.subarray(0, needed), file, charset);
  const fields = readFields(bytes, headerLength, decoder);
  const rows = Array.from({ length: count }, (_, row) => {
    const start = headerLength + row * rowLength;
    return bytes[start] === deletedMark
      ? null
      : readRow(bytes.subarray(start, start + rowLength), fields, decoder);
  });
  return { fields: fields.map(({ name }) => name), note, rows };
}

const deletedMark = 0x2a;
const endOfFields = 0x0d;

/** A .cpg that says UTF-8 of bytes that are not is a common mistake of converters. */
function chooseDecoder(
  bytes: Uint8Array,
  file: string,
  charset: string | null,
): { decoder: TextDecoder; note: string | null } {
  const decoder = knownDecoder(charset ?? 'utf-8', file);
  if (decoder.encoding !== 'utf-8' || isUtf8(bytes.subarray(endOfHeader(bytes))))
    return { decoder, note: null };
  const reason =
    charset === null
      ? 'there is no .cpg, and the attributes are not UTF-8'
      : 'the .cpg says that the attributes are UTF-8; they are not';
  return {
    decoder: new TextDecoder('windows-1252'),
    note: `${reason}: read as windows-1252 (Latin-1)`,
  };
}

/** A .cpg holds a label (`UTF-8`, `ISO-8859-1`) or the bare number of a code page (`1252`, `88591`). */
function knownDecoder(charset: string, file: string): TextDecoder {
  const label = charset.trim();
  const page = /^(?:ANSI |CP|windows-)?(\d{3,5})$/i.exec(label)?.[1];
  const name =
    page === undefined ? label : page === '65001' ? 'utf-8' : page.replace(/^8859(\d)/, 'iso-8859-$1');
  try {
    return new TextDecoder(/^\d/.test(name) ? `windows-${name}` : name || 'utf-8');
  } catch {
    throw fail(
      file,
      `its .cpg names the unknown character set "${label}"`,
      'write "UTF-8" or "1252" into the .cpg',
    );
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The numbers before the names of the fields are no text. */
function endOfHeader(bytes: Uint8Array): number {
  return Math.max(32, bytes.indexOf(endOfFields, 32));
}

function readFields(bytes: Uint8Array, headerLength: number, decoder: TextDecoder): AttributeField[] {
  const fields: AttributeField[] = [];
  let start = 1;
  for (let offset = 32; offset + 32 <= headerLength && bytes[offset] !== endOfFields; offset += 32) {
    const name = decoder.decode(bytes.subarray(offset, offset + 11)).split('\0')[0] ?? '';
    const length = bytes[offset + 16] ?? 0;
    fields.push({ name: name.trim(), type: String.fromCharCode(bytes[offset + 11] ?? 0), start, length });
    start += length;
  }
  return fields;
}

function readRow(
  bytes: Uint8Array,
  fields: readonly AttributeField[],
  decoder: TextDecoder,
): Record<string, string | number | null> {
  const row: Record<string, string | number | null> = {};
  for (const { name, type, start, length } of fields) {
    const text = decoder
      .decode(bytes.subarray(start, start + length))
      .replaceAll('\0', ' ')
      .trim();
    const isNumber = (type === 'N' || type === 'F') && text !== '' && Number.isFinite(Number(text));
    row[name] = text === '' ? null : isNumber ? Number(text) : text;
  }
  return row;
}

function fail(file: string, message: string, remedy: string): InputError {
  return new InputError({ file, message, remedy });
}
