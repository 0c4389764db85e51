import { chooseSmallestDenominator } from '../../denominator.ts';
import type { Indicator, Kind } from '../../indicator.ts';
import { type DecimalSign, findDecimalSign } from '../number.ts';
import { bareNumber, readFigureText } from './figure-text.ts';
import { makePattern, periodMark } from './heading.ts';
import { foldText, type Sheet, type SheetCell, textOf, toKey } from './sheet.ts';

/** A column that may hold figures. */
export interface ColumnGuess {
  readonly position: number;
  readonly heading: string;
  /** The heading with `{period}` in the place of the period. */
  readonly pattern: string;
  readonly isFigure: boolean;
  /** Whether all numbers lie between 0 and 1, as shares do where they are no per cents. */
  readonly isFraction: boolean;
  /** One that is held and called so, or else a definition to begin with; its theme and English name are people's. */
  readonly indicator: Indicator;
  readonly isHeld: boolean;
}

/** What a proposal leaves to people. */
export const open = '?';

const noFigure = /(^|[^a-z])(code|id|nr|nummer|volgnummer|lat|lon|x|y|postcode)([^a-z]|$)/;

/** What each column is, by its heading and cells. `taken` are columns that hold the area or the period. */
export function guessFigures(
  sheet: Sheet,
  headings: readonly string[],
  firstRow: number,
  taken: readonly (number | null)[],
  held: readonly Indicator[],
): ColumnGuess[] {
  return headings.flatMap((heading, position) => {
    const cells = sheet.rows.slice(firstRow).map((row) => row[position]);
    if (taken.includes(position) || !heading || !cells.some((cell) => textOf(cell))) return [];
    const pattern = makePattern(heading);
    const numbers = readNumbers(cells);
    const filled = cells.filter((cell) => textOf(cell) !== '').length;
    const definition = findHeld(pattern, held);
    const indicator = definition ?? describe(pattern, cells, numbers, held);
    const hasSigns = cells.some((cell) => typeof cell === 'string' && cell.includes('%'));
    return {
      position,
      heading,
      pattern,
      isFigure: numbers.length >= filled / 2 && !noFigure.test(foldText(heading)),
      isFraction:
        !hasSigns &&
        numbers.some(({ decimals }) => decimals > 0) &&
        numbers.every(({ value }) => Math.abs(value) <= 1),
      indicator,
      isHeld: definition !== undefined,
    };
  });
}

function findHeld(pattern: string, held: readonly Indicator[]): Indicator | undefined {
  const plain = toKey(pattern.replace(periodMark, ''));
  return held.find(({ key, name }) => [key, toKey(name.nl), toKey(name.en)].includes(plain));
}

interface CellNumber {
  readonly value: number;
  readonly decimals: number;
}

function readNumbers(cells: readonly (SheetCell | undefined)[]): CellNumber[] {
  const sign = cells.reduce<DecimalSign>((known, cell) => {
    if (known !== 'unknown' || typeof cell !== 'string') return known;
    return findDecimalSign(bareNumber(textOf(cell)));
  }, 'unknown');
  const form = {
    sign: sign === 'unknown' ? ',' : sign,
    isSure: true,
    kind: 'amount',
    times: 1,
    isProvisional: false,
    words: new Map(),
  } as const;
  return cells.flatMap((cell) => {
    const figure = readFigureText(cell, form);
    if (typeof figure === 'string' || !textOf(cell) || figure.text === '' || figure.text === 'x') return [];
    const text = figure.text.replace('*', '');
    return [{ value: Number(text), decimals: /\.(\d+)$/.exec(text)?.[1]?.length ?? 0 }];
  });
}

/** A definition to begin with, of what heading and numbers tell. */
function describe(
  pattern: string,
  cells: readonly (SheetCell | undefined)[],
  numbers: readonly CellNumber[],
  held: readonly Indicator[],
): Indicator {
  const name =
    pattern
      .replace(periodMark, '')
      .replaceAll(/\(\s*\)|\s+/g, ' ')
      .trim() || open;
  const folded = foldText(name);
  const signs = cells.map(textOf).join(' ');
  const kind = guessKind(folded, signs, numbers);
  const weight = held.find(({ key }) => key === 'inwoners');
  const unit = guessUnit(kind, folded);
  const aggregate = kind === 'count' ? 'sum' : weight ? { weightedBy: weight.key } : 'none';
  return {
    key: name === open ? open : toKey(name),
    name: { nl: name, en: open },
    theme: open,
    unit,
    kind,
    decimals: kind === 'count' ? 0 : Math.min(2, Math.max(0, ...numbers.map(({ decimals }) => decimals))),
    polarity: 'neutral',
    aggregate,
    derive: null,
    smallestDenominator: chooseSmallestDenominator({ kind, unit, aggregate, derive: null }, weight?.unit),
    dimension: null,
    survey: null,
    breaks: [],
  };
}

function guessKind(name: string, signs: string, numbers: readonly CellNumber[]): Kind {
  if (/%|percentage|aandeel|procent/.test(name) || signs.includes('%')) return 'share';
  if (/per (1|10|100)[. ]?000/.test(name)) return 'rate';
  if (/€|euro|bedrag|kosten/.test(name) || signs.includes('€')) return 'amount';
  if (/score|cijfer|index/.test(name)) return 'score';
  const isWhole = numbers.every(({ decimals, value }) => decimals === 0 && value >= 0);
  return isWhole ? 'count' : 'score';
}

function guessUnit(kind: Kind, name: string): string {
  if (kind === 'share') return '%';
  if (kind === 'amount') return 'euro';
  if (kind === 'score') return name.includes('cijfer') ? 'rapportcijfer' : 'schaalscore';
  if (kind === 'rate') return name.includes('woning') ? 'per 1.000 woningen' : 'per 1.000 inwoners';
  const words = ['inwoners', 'huishoudens', 'woningen', 'misdrijven', 'meldingen', 'incidenten', 'branden'];
  return words.find((word) => name.includes(word)) ?? 'aantal';
}
