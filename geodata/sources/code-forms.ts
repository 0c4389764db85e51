import { levelOfCode } from '../area.ts';
import type { Level } from '../level.ts';

/** The levels whose areas have codes of CBS. */
export type CodedLevel = Exclude<Level, 'region'>;

/** The letters of a level's codes, how many signs follow, and one to show. */
export const codeForms: Record<CodedLevel, { prefix: string; width: number; example: string }> = {
  country: { prefix: 'NL', width: 2, example: 'NL00' },
  municipality: { prefix: 'GM', width: 4, example: 'GM0153' },
  district: { prefix: 'WK', width: 6, example: 'WK015300' },
  neighbourhood: { prefix: 'BU', width: 8, example: 'BU01530001' },
};

/** What a text can stand for as a code of a level. */
export interface CodeReading {
  /** Whole codes, each once. */
  readonly codes: readonly string[];
  /** Of a number whose last digits were rounded off: between which the number of the code lies, both included. */
  readonly range: { readonly least: number; readonly most: number } | null;
}

/** The lowest number that a municipality has or had. */
const firstMunicipality = 3;

/**
 * The codes of a level that a text can stand for by its form: with or without letters, with the letters of another level
 * where the digits fit this one alone, in small letters, with spaces, quotes, hyphens or signs for thousands, without
 * leading zeros, with decimals that are zero (`1530000.0`) and as a power of ten (`1.530001E+06`).
 */
export function listCodes(text: string, level: CodedLevel): CodeReading {
  const [, prefix = '', rest = ''] = /^(NL|GM|WK|BU)?[-_.:]?(.*)$/.exec(compact(text)) ?? [];
  const power = readPower(rest);
  const numbers = power ? (power.isExact ? [String(power.value)] : []) : [];
  const codes = [...new Set([...listDigits(rest), ...joinParts(rest, level), ...numbers])].flatMap(
    (digits) => {
      const code = completeCode(digits, level);
      return code && !isOther(prefix, digits, level) ? [code] : [];
    },
  );
  return { codes: [...new Set(codes)], range: power && !power.isExact ? power.range : null };
}

/** Without spaces, quotes and signs that nobody sees, in capitals. */
function compact(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Default_Ignorable_Code_Point}"'’‘`´=]+/gu, '')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .toUpperCase();
}

/** What stands behind the letters, as digits (and letters) alone: as it is, without decimals, without signs between. */
function listDigits(rest: string): string[] {
  const [, whole] = /^([0-9A-Z]+)[.,]0+$/.exec(rest) ?? [];
  const isGrouped = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/.test(rest);
  const isParted = /^[0-9A-Z]+(?:[-_/][0-9A-Z]+)+$/.test(rest);
  const joined = isGrouped || isParted ? rest.replaceAll(/[^0-9A-Z]/g, '') : null;
  return [rest, whole, joined].filter((one): one is string => !!one && /^\d[0-9A-Z]*$/.test(one));
}

/** The numbers of municipality, district and neighbourhood with points between: `153.0000`, `0153.00.00`. */
function joinParts(rest: string, level: CodedLevel): string[] {
  const parts = { district: /^\d{3,4}\.\d{2}$/, neighbourhood: /^\d{3,4}\.(?:\d{4}|\d{2}\.\d{2})$/ };
  const isParted = (level === 'district' || level === 'neighbourhood') && parts[level].test(rest);
  return isParted ? [rest.replaceAll('.', '')] : [];
}

/** `1.53E+06`: a spreadsheet shows no more digits than fit, so that those that are not there can be any. */
function readPower(rest: string) {
  const [, first, decimals = '', exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/.exec(rest) ?? [];
  if (first === undefined || exponent === undefined) return null;
  const unit = 10 ** (Number(exponent) - decimals.length);
  const value = Number(first + decimals) * unit;
  if (unit <= 1) return Number.isInteger(value) ? { value, isExact: true, range: null } : null;
  return {
    value,
    isExact: false,
    range: { least: value - unit / 2, most: value + unit / 2 },
  };
}

/** With the letters of the level and the zeros that a number loses; null where that is no code of one. */
function completeCode(digits: string, level: CodedLevel): string | null {
  const { prefix, width } = codeForms[level];
  const code = prefix + digits.padStart(width, '0');
  if (levelOfCode(code) !== level) return null;
  return level === 'country' || Number(code.slice(2, 6)) >= firstMunicipality ? code : null;
}

/** Whether letters and digits together are rather a code of the level that the letters are of. */
function isOther(prefix: string, digits: string, level: CodedLevel): boolean {
  if (prefix === '' || prefix === codeForms[level].prefix) return false;
  const [own] = (Object.keys(codeForms) as CodedLevel[]).filter((one) => codeForms[one].prefix === prefix);
  return own !== undefined && completeCode(digits, own) !== null;
}
