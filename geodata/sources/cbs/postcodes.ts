import { isPostcode } from '../../postcode.ts';
import { InputError } from '../../problem.ts';
import type { Account } from '../account.ts';
import { readAreaCode } from '../area-code.ts';
import { sizeLimits } from '../formats/limit.ts';
import { readZip, ZipFault } from '../formats/zip.ts';

/** Where CBS keeps postcodes and house numbers with their neighbourhood, by year; a year later it may be elsewhere. */
export const postcodeFiles: Readonly<Record<number, string>> = {
  2023: 'https://download.cbs.nl/maatwerk/2023-cbs-pc6huisnr20230801_buurt.zip',
  2024: 'https://download.cbs.nl/postcode/2024-cbs-pc6huisnr20240801_buurt.zip',
};

/** A neighbourhood in which addresses of a postcode lie. */
export interface PostcodePart {
  readonly postcode: string;
  readonly neighbourhood: string;
  readonly addresses: number;
  /** House numbers, in order, each once; null where all of the postcode lies in this neighbourhood. */
  readonly numbers: readonly number[] | null;
}

export interface Postcodes {
  /** Year of the boundaries that the neighbourhoods are of. */
  readonly year: number;
  readonly parts: readonly PostcodePart[];
  readonly account: Account;
}

interface Columns {
  readonly separator: string;
  readonly width: number;
  readonly postcode: number;
  readonly number: number;
  readonly neighbourhood: number;
  readonly municipality: number;
  readonly year: number;
}

const remedy = 'give the zip of CBS as it was downloaded, such as 2024-cbs-pc6huisnr20240801_buurt.zip';

/**
 * Reads CBS's table of postcodes and house numbers: a zip with one CSV of `PC6`, `Huisnummer`, `Buurt2024`, `Wijk2024` and
 * `Gemeente2024` beside tables of names; between semicolons until 2023 and commas since, codes as whole numbers. Keeps the
 * addresses in `municipalities`; those elsewhere are left out and counted. A zip or a CSV. Throws InputError.
 */
export function readPostcodes(
  bytes: Uint8Array,
  file: string,
  municipalities: ReadonlySet<string>,
): Postcodes {
  const { name, table } = findTable(bytes, file);
  const lines = listLines(table);
  const columns = readHeader(lines.next().value ?? '', name);
  const found = new Map<string, Map<string, number[]>>();
  let [read, kept, line] = [0, 0, 1];
  for (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    read += 1;
    const place = `line ${line}`;
    const fields = text.split(columns.separator);
    if (fields.length !== columns.width)
      throw describeDamage(
        name,
        place,
        `there are ${fields.length} values, and ${columns.width} in the heading`,
      );
    const municipality = readAreaCode(
      bare(fields[columns.municipality]),
      'municipality',
      name,
      place,
      ignore,
    );
    if (!municipalities.has(municipality)) continue;
    const postcode = bare(fields[columns.postcode]).replaceAll(' ', '').toUpperCase();
    const number = Number(bare(fields[columns.number]));
    if (!isPostcode(postcode) || !Number.isInteger(number) || number < 1)
      throw describeDamage(
        name,
        place,
        `"${fields[columns.postcode]}" with the house number "${fields[columns.number]}" is no address`,
      );
    const neighbourhood = readAreaCode(
      bare(fields[columns.neighbourhood]),
      'neighbourhood',
      name,
      place,
      ignore,
    );
    const own = found.get(postcode) ?? new Map<string, number[]>();
    found.set(postcode, own);
    const numbers = own.get(neighbourhood) ?? [];
    own.set(neighbourhood, numbers);
    numbers.push(number);
    kept += 1;
  }
  const leftOut = [{ reason: 'outside the region', count: read - kept }];
  return {
    year: columns.year,
    parts: [...found].flatMap(([postcode, own]) => listParts(postcode, own)),
    account: { file: name, unit: 'addresses', read, written: { count: kept, as: 'addresses' }, leftOut },
  };
}

function describeDamage(file: string, place: string, message: string): InputError {
  const anew = 'download the file anew: this one was changed or broke off';
  return new InputError({ file, place, message, remedy: anew });
}

/** What is completed of a code without its letters goes without saying here: CBS writes all of them so. */
function ignore(): void {}

function listParts(postcode: string, own: ReadonlyMap<string, readonly number[]>): PostcodePart[] {
  return [...own].map(([neighbourhood, numbers]) => ({
    postcode,
    neighbourhood,
    addresses: numbers.length,
    numbers: own.size === 1 ? null : [...new Set(numbers)].sort((a, b) => a - b),
  }));
}

/** Without the quotes of a CSV. */
function bare(field: string | undefined): string {
  return (field ?? '').trim().replace(/^"(.*)"$/, '$1');
}

/** The CSV of addresses, which lies beside tables of names in the zip. */
function findTable(bytes: Uint8Array, file: string): { name: string; table: Uint8Array } {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const files = isZip ? unzip(bytes, file) : new Map([[file, bytes]]);
  const tables = [...files].filter(([, table]) => /^(?=.*pc6)(?=.*huisnummer)/i.test(firstLineOf(table)));
  const [found, second] = tables;
  if (!found || second)
    throw new InputError({
      file,
      message: found
        ? `"${found[0]}" and "${second?.[0]}" both hold postcodes and house numbers`
        : 'it holds no table with the columns PC6 and Huisnummer',
      remedy: found ? 'give one of the two itself' : remedy,
    });
  return { name: isZip ? `${file}, ${found[0]}` : file, table: found[1] };
}

function unzip(bytes: Uint8Array, file: string): Map<string, Uint8Array> {
  try {
    const limits = { entries: 1000, bytes: sizeLimits.boundaries };
    return readZip(bytes, file, (name) => /\.csv$/i.test(name), limits);
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    throw new InputError({ file, message: `it is a damaged zip: ${error.message}`, remedy });
  }
}

function firstLineOf(table: Uint8Array): string {
  const { value } = listLines(table.subarray(0, 1000)).next();
  return value ?? '';
}

/** Bytes that are made into text at once: the whole of a country is more than a text can hold. */
const pieceBytes = 1_000_000;

/** Lines without their ends; all that is read of them is plain letters and digits. */
function* listLines(table: Uint8Array): Generator<string, undefined> {
  const bytes = Buffer.from(table.buffer, table.byteOffset, table.byteLength);
  let rest = '';
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const lines = (rest + bytes.toString('latin1', at, at + pieceBytes)).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
  return undefined;
}

function readHeader(line: string, file: string): Columns {
  const separator = line.includes(';') ? ';' : ',';
  const names = line
    .replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, '')
    .split(separator)
    .map(bare);
  const find = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const neighbourhood = find(/^buurt_?\d{4}$/i);
  const columns = {
    separator,
    width: names.length,
    postcode: find(/^pc6$/i),
    number: find(/^huisnummer$/i),
    neighbourhood,
    municipality: find(/^gemeente_?\d{4}$/i),
    year: Number(/\d{4}$/.exec(names[neighbourhood] ?? '')?.[0]),
  };
  if (Object.values(columns).includes(-1))
    throw new InputError({
      file,
      place: 'line 1',
      message: `its columns are ${names.join(', ')}, and not PC6, Huisnummer, Buurt2024, Wijk2024 and Gemeente2024 or those of another year`,
      remedy,
    });
  return columns;
}
