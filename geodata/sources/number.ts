import type { Kind } from '../indicator.ts';
import { InputError } from '../problem.ts';

/**
 * How numbers are written: the sign before the decimals. The other one of point and comma groups thousands.
 * `unknown` where a table gives no evidence.
 */
export type DecimalSign = '.' | ',' | 'unknown';

/**
 * A number, a text that is none, one that could be two numbers (`1.234` is 1234 or 1,234), or one that was shortened
 * and may have lost digits (`1,23E+05`).
 */
export type ReadNumber = number | 'no number' | 'ambiguous' | 'shortened';

/** How the numbers of a column are to be read. */
export interface NumberForm {
  readonly sign: DecimalSign;
  /** Whether it is said, or the column's own cells prove it: what only other columns prove leaves `1.234` open. */
  readonly isSure: boolean;
  /** A count has no decimals; of shares, rates and scores thousands are as unlikely as decimals of a count. */
  readonly kind: Kind;
}

/** Spaces of any width, and what the Swiss write between thousands. */
const group = "[\\p{Zs}'\u2019\u2018\u00b4`]";
const plain = /^[-+]?\d+$/;
/** One sign with three digits behind it: thousands or decimals. */
const threeDigits = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;
/** In a count the same of a number whose thousands are not grouped. */
const threeDecimals = /^[-+]?\d+[.,]\d{3}$/;
const withSpaces = new RegExp(`^[-+]?[1-9]\\d{0,2}(?:${group}\\d{3})+(?=[.,]|$)`, 'u');
const spaces = new RegExp(group, 'gu');
/** As programs write very large and small numbers: one digit before the sign, so that it can only be a decimal one. */
const exponential = /^[-+]?\d(?:[.,](\d+))?[eE]([-+]?\d{1,3})$/;

const shapes: Record<'.' | ',', RegExp> = {
  '.': /^[-+]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d+)?$/,
  ',': /^[-+]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)?(?:,\d+)?$/,
};

/**
 * What one cell proves of the decimal sign of its table: `12,5`, `0,123`, `1.234.567` and `1.234,5` can only have
 * decimal commas, `12.5` only decimal points, `1.234` and `12` prove nothing. A count has no decimals, so that in one
 * three digits behind a sign never prove it.
 */
export function findDecimalSign(text: string, isCount = false): DecimalSign {
  const compact = joinGroups(text);
  if (plain.test(compact) || threeDigits.test(compact) || !/\d/.test(compact)) return 'unknown';
  if (isCount && threeDecimals.test(compact)) return 'unknown';
  if (exponential.test(compact)) return compact.includes(',') ? ',' : compact.includes('.') ? '.' : 'unknown';
  const fits = (sign: '.' | ',') => shapes[sign].test(compact);
  if (fits('.') === fits(',')) return 'unknown';
  return fits('.') ? '.' : ',';
}

/** Where each sign was first proved, in a table or a column. */
export type SignProof = Map<DecimalSign, string>;

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
 * Reads a number, given the decimal sign of its column. One sign with three digits behind it is a number of thousands in
 * a count or an amount where the other sign is the decimal one, has decimals where that is sure and it is no count, and
 * is `ambiguous` else. A number with an exponent is read where none of its digits can be lost.
 */
export function readNumber(text: string, { sign, isSure, kind }: NumberForm): ReadNumber {
  const compact = joinGroups(text);
  const exponent = exponential.exec(compact);
  if (exponent) return readExponential(compact, exponent, sign);
  const mark = compact.includes(',') ? ',' : '.';
  const isOpen = kind === 'count' ? threeDecimals.test(compact) : threeDigits.test(compact) && !isSure;
  const canGroup = sign !== mark && sign !== 'unknown' && (kind === 'count' || kind === 'amount');
  if (isOpen && !canGroup) return 'ambiguous';
  const decimal = sign === 'unknown' ? '.' : sign;
  if (!/\d/.test(compact) || !shapes[decimal].test(compact)) return 'no number';
  const group = decimal === '.' ? ',' : '.';
  const value = Number(compact.replaceAll(group, '').replace(decimal, '.'));
  return Number.isFinite(value) ? value : 'no number';
}

function readExponential(
  text: string,
  [, decimals = '', exponent]: RegExpExecArray,
  sign: DecimalSign,
): ReadNumber {
  const mark = text.includes(',') ? ',' : '.';
  if (decimals && sign !== 'unknown' && sign !== mark) return 'no number';
  if (Number(exponent) > decimals.length) return 'shortened';
  return Number(text.replace(',', '.'));
}

/** `12 345` and `12'345` → `12345`: between digits they can only group them. Other signs for minus become a hyphen. */
function joinGroups(text: string): string {
  const hyphened = text.trim().replace(/^[\u2212\u2013\u2011\u2010\uff0d](?=[\d.,])/, '-');
  return withSpaces.test(hyphened) ? hyphened.replaceAll(spaces, '') : hyphened;
}

/** Whether a text looks like a number, however it is written: digits, signs, spaces, brackets. */
export function isNumberLike(text: string): boolean {
  return (
    /\d/.test(text) && /^[-+\u2212\u2013(]?\s*[\d.,'\u2019\u2018\u00b4`\s]+\s*[-\u2212\u2013)]?$/.test(text)
  );
}
