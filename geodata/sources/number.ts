import { InputError } from '../problem.ts';

/**
 * How numbers are written: the sign before the decimals. The other one of point and comma groups thousands.
 * `unknown` where a table gives no evidence.
 */
export type DecimalSign = '.' | ',' | 'unknown';

/** A number, a text that is none, or one that could be two numbers (`1.234` is 1234 or 1,234). */
export type ReadNumber = number | 'no number' | 'ambiguous';

const plain = /^[-+]?\d+$/;
const ambiguous = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;
const withSpaces = /^[-+]?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?=[.,]|$)/;

const shapes: Record<'.' | ',', RegExp> = {
  '.': /^[-+]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d+)?(?:[eE][-+]?\d+)?$/,
  ',': /^[-+]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)?(?:,\d+)?(?:[eE][-+]?\d+)?$/,
};

/**
 * What one cell proves of the decimal sign of its table: `12,5`, `0,123`, `1.234.567` and `1.234,5` can only have
 * decimal commas, `12.5` only decimal points, `1.234` and `12` prove nothing.
 */
export function findDecimalSign(text: string): DecimalSign {
  const compact = joinGroups(text);
  if (plain.test(compact) || ambiguous.test(compact) || !/\d/.test(compact)) return 'unknown';
  const fits = (sign: '.' | ',') => shapes[sign].test(compact);
  if (fits('.') === fits(',')) return 'unknown';
  return fits('.') ? '.' : ',';
}

/**
 * The decimal sign of a table, of where each sign was first proved. Throws InputError where one cell proves the point and
 * another the comma; `remedy` is the way out.
 */
export function settleDecimalSign(
  proof: ReadonlyMap<DecimalSign, string>,
  file: string,
  remedy: string,
): DecimalSign {
  const [point, comma] = [proof.get('.'), proof.get(',')];
  if (point && comma)
    throw new InputError({
      file,
      place: comma,
      message: `here the comma is the decimal sign, but the point is in ${point}`,
      remedy,
    });
  return comma ? ',' : point ? '.' : 'unknown';
}

/**
 * Reads a number, given the decimal sign of its table. Without evidence a point is the decimal sign, as Data Package
 * has it, except where the text could as well be a number of thousands: that is `ambiguous` when it has a comma, or
 * when `isWhole` says that the figure counts things.
 */
export function readNumber(text: string, sign: DecimalSign, isWhole: boolean): ReadNumber {
  const compact = joinGroups(text);
  if (sign === 'unknown' && ambiguous.test(compact) && (isWhole || compact.includes(','))) return 'ambiguous';
  const decimal = sign === 'unknown' ? '.' : sign;
  if (!/\d/.test(compact) || !shapes[decimal].test(compact)) return 'no number';
  const group = decimal === '.' ? ',' : '.';
  const value = Number(compact.replaceAll(group, '').replace(decimal, '.'));
  return Number.isFinite(value) ? value : 'no number';
}

/** `12 345` → `12345`: a space between digits can only group them. A true minus sign becomes a hyphen. */
function joinGroups(text: string): string {
  const hyphened = text.trim().replace(/^\u2212/, '-');
  return withSpaces.test(hyphened) ? hyphened.replaceAll(/[ \u00a0\u2009\u202f]/g, '') : hyphened;
}
