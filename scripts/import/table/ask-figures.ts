import type { Indicator } from '../../../geodata/indicator.ts';
import { rankNearest } from '../../../geodata/sources/suggestion.ts';
import type { TableKnowledge } from '../../../geodata/sources/table/guess.ts';
import { keepOnePattern } from '../../../geodata/sources/table/guess.ts';
import { type ColumnGuess, guessFigures } from '../../../geodata/sources/table/guess-figure.ts';
import { periodMark } from '../../../geodata/sources/table/heading.ts';
import {
  type FigureColumn,
  type FigureRole,
  figureRoles,
  type TableMapping,
} from '../../../geodata/sources/table/mapping.ts';
import { askIndicator } from './ask-indicator.ts';
import type { Layout } from './ask-layout.ts';
import { askYes, type Terminal, type Understood } from './terminal.ts';

/** Asks which columns hold figures, and of which indicator, held or new. */
export async function askFigures(
  terminal: Terminal,
  { sheet, headings, firstRow }: Layout,
  taken: readonly (number | null)[],
  period: TableMapping['period'],
  { indicators: held }: TableKnowledge,
): Promise<Pick<TableMapping, 'figures' | 'indicators'>> {
  const all = guessFigures(sheet, headings, firstRow, taken, held).map((guess) =>
    period.in === 'headings' ? guess : { ...guess, pattern: guess.heading },
  );
  const columns = keepOnePattern(all).filter(
    ({ pattern }) => period.in !== 'headings' || pattern.includes(periodMark),
  );
  const chosen = await chooseColumns(terminal, columns);
  const figures: FigureColumn[] = [];
  const fresh: Indicator[] = [];
  for (const column of chosen) {
    terminal.say(`\n"${column.pattern}"`);
    const indicator = await askWhich(terminal, column, [...held, ...fresh], held);
    const isUsed = figures.some(({ indicator: used }) => used === indicator.key);
    if (![...held, ...fresh].includes(indicator)) fresh.push(indicator);
    const as = isUsed ? await askRole(terminal, indicator) : 'value';
    figures.push({
      column: column.pattern,
      indicator: indicator.key,
      as,
      times: await askTimes(terminal, column, indicator),
      decimalSign: null,
    });
  }
  return { figures, indicators: fresh };
}

async function chooseColumns(terminal: Terminal, columns: readonly ColumnGuess[]): Promise<ColumnGuess[]> {
  terminal.say('\nWhich columns have the figures to import?');
  for (const [index, { pattern }] of columns.entries())
    terminal.say(`  ${String(index + 1).padStart(2)}  ${pattern}`);
  const preset = columns.flatMap(({ isFigure }, index) => (isFigure ? [index + 1] : [])).join(',');
  return terminal.ask('Numbers, with commas between', preset || null, (text) => {
    const numbers = text.split(/[\s,;]+/).filter(Boolean);
    const chosen = numbers.map((number) => columns[Number(number) - 1]);
    if (!chosen.length || chosen.some((column) => !column))
      return { wrong: `Give numbers from 1 to ${columns.length}, such as 1,2.` };
    return { answer: columns.filter((column) => chosen.includes(column)) };
  });
}

async function askWhich(
  terminal: Terminal,
  column: ColumnGuess,
  known: readonly Indicator[],
  held: readonly Indicator[],
): Promise<Indicator> {
  const near = rankNearest(column.heading, known, ({ name }) => name.nl, 4).map(({ key }) => key);
  const hint = near.length && !column.isHeld ? ` (${near.join(', ')})` : '';
  const which = await terminal.ask(
    `Which indicator is it: the key of one that is there${hint}, or "new"`,
    column.isHeld ? column.indicator.key : 'new',
    (text): Understood<Indicator | 'new'> => {
      if (text === 'new') return { answer: 'new' };
      const found = known.find(({ key }) => key === text);
      if (found) return { answer: found };
      const nearest = rankNearest(text, known, ({ key }) => key, 3).map(({ key }) => key);
      return {
        wrong: `No indicator has that key.${nearest.length ? ` Nearest: ${nearest.join(', ')}.` : ''}`,
      };
    },
  );
  return which === 'new' ? askIndicator(terminal, column.indicator, known, held) : which;
}

function askRole(terminal: Terminal, { key }: Indicator): Promise<FigureRole> {
  return terminal.choose(
    `What is it of ${key}?`,
    figureRoles.map((value) => ({ value, label: value })),
    null,
  );
}

/** Shares stand as 0.12 in many a spreadsheet. */
async function askTimes(
  terminal: Terminal,
  { isFraction }: ColumnGuess,
  { unit }: Indicator,
): Promise<number> {
  if (unit !== '%' || !isFraction) return 1;
  return (await askYes(terminal, 'All numbers lie between 0 and 1: are they to be 100 times as large', true))
    ? 100
    : 1;
}
