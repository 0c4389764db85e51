import { InputError } from '../problem.ts';

/** The attributes of a shapefile: one row a shape. A row that is marked as deleted is null. */
export interface AttributeTable {
  readonly fields: readonly string[];
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
  if (bytes.length < 33) throw fail(file, 'it is no dBASE table', 'export the shapefile again');
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
  const decoder = chooseDecoder(bytes, file, charset);
  const fields = readFields(bytes, headerLength, decoder);
  const rows = Array.from({ length: count }, (_, row) => {
    const start = headerLength + row * rowLength;
    return bytes[start] === deletedMark
      ? null
      : readRow(bytes.subarray(start, start + rowLength), fields, decoder);
  });
  return { fields: fields.map(({ name }) => name), rows };
}

const deletedMark = 0x2a;
const endOfFields = 0x0d;

function chooseDecoder(bytes: Uint8Array, file: string, charset: string | null): TextDecoder {
  const label = charset
    ?.trim()
    .replace(/^(?:ANSI |CP)?(\d{3,4})$/i, 'windows-$1')
    .replace(/^windows-65001$/, 'utf-8');
  try {
    if (label) return new TextDecoder(label.replace(/^8859[-_]?(\d+)$/, 'iso-8859-$1'));
  } catch {
    throw fail(
      file,
      `its .cpg names the unknown character set "${label}"`,
      'write "UTF-8" or "1252" into the .cpg',
    );
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(32 + bytes.indexOf(endOfFields, 32)));
    return new TextDecoder('utf-8');
  } catch {
    return new TextDecoder('windows-1252');
  }
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
