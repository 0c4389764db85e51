import { isPeriod } from '../../../geodata/period.ts';
import { guessDateUnit, periodUnits } from '../../../geodata/sources/period-date.ts';
import { readPeriodText, type SpanMeaning } from '../../../geodata/sources/period-text.ts';
import { guessPeriodColumn, guessPeriodPlace } from '../../../geodata/sources/table/guess.ts';
import { makePattern, periodMark } from '../../../geodata/sources/table/heading.ts';
import type { PeriodPlace, TableMapping } from '../../../geodata/sources/table/mapping.ts';
import { type SheetFile, textOf } from '../../../geodata/sources/table/sheet.ts';
import { listColumns } from './ask-area.ts';
import type { Layout } from './ask-layout.ts';
import type { Choice, Terminal } from './terminal.ts';

/** What was answered about the period, with the position of its column. */
export interface PeriodAnswer {
  readonly period: TableMapping['period'];
  readonly column: number | null;
}

/** Asks where the period of the figures stands. */
export async function askPeriod(
  terminal: Terminal,
  file: SheetFile,
  layout: Layout,
  taken: readonly (number | null)[],
): Promise<PeriodAnswer> {
  const { sheet, headings, firstRow } = layout;
  const guessed = guessPeriodColumn(sheet, headings, firstRow, taken);
  const elsewhere = guessPeriodPlace(file, sheet, layout);
  const inHeadings = headings.some((heading, at) => !taken.includes(at) && makePattern(heading) !== heading);
  const choices: Choice<PeriodPlace>[] = [
    { value: 'column', label: 'column: each row has it' },
    { value: 'headings', label: 'headings: each column of figures has it in its heading' },
    ...(elsewhere ? [{ value: elsewhere.in, label: `${elsewhere.in}: "${elsewhere.text}"` }] : []),
    { value: 'fixed', label: 'fixed: it does not stand in the file' },
  ];
  const preset =
    guessed !== null ? 'column' : inHeadings ? 'headings' : elsewhere ? elsewhere.in : ('fixed' as const);
  const place = await terminal.choose('Where does the period stand?', choices, preset);
  if (place === 'column') return askColumn(terminal, layout, taken, guessed);
  if (place === 'headings')
    return { period: { in: place, text: null, dates: null, spans: null }, column: null };
  if (place === 'fixed')
    return { period: { in: place, text: await askFixed(terminal), dates: null, spans: null }, column: null };
  return {
    period: { in: place, text: elsewhere?.text ?? periodMark, dates: null, spans: null },
    column: null,
  };
}

async function askColumn(
  terminal: Terminal,
  { sheet, headings, firstRow }: Layout,
  taken: readonly (number | null)[],
  guessed: number | null,
): Promise<PeriodAnswer> {
  const columns = listColumns(headings).filter(({ value }) => !taken.includes(value));
  const column = await terminal.choose('Which column has the period?', columns, guessed);
  const texts = sheet.rows
    .slice(firstRow)
    .map((row) => textOf(row[column]))
    .filter(Boolean);
  const findAsked = (kind: 'date' | 'span') =>
    texts.filter((text) => {
      const reading = readPeriodText(text, { dates: null, spans: null });
      return reading !== null && 'ask' in reading && reading.ask === kind;
    });
  const [days, [years]] = [findAsked('date'), findAsked('span')];
  const dates = days.length ? await askDates(terminal, days) : null;
  const spans = years === undefined ? null : await askSpans(terminal, years);
  return { period: { in: 'column', text: headings[column] ?? '', dates, spans }, column };
}

/** Asks what dates stand for. */
export async function askDates(
  terminal: Terminal,
  texts: readonly string[],
): Promise<(typeof periodUnits)[number]> {
  return terminal.choose(
    `What does a date such as ${texts[0]} stand for?`,
    periodUnits.map((value) => ({ value, label: value })),
    guessDateUnit(texts),
  );
}

/** Asks what several years in one text stand for. */
export async function askSpans(terminal: Terminal, text: string): Promise<SpanMeaning> {
  return terminal.choose(
    `What do years such as "${text}" stand for?`,
    [
      { value: 'average', label: 'average: a mean over these years, kept as a period of its own' },
      { value: 'first-year', label: 'first-year: the year that they begin in' },
      { value: 'last-year', label: 'last-year: the year that they end in' },
    ],
    null,
  );
}

function askFixed(terminal: Terminal): Promise<string> {
  const question =
    'Of which period are the figures (2024, 2024-Q1, 2024-03, 2024-W12, 2021..2023 for an average)';
  return terminal.ask(question, null, (text) => {
    if (isPeriod(text)) return { answer: text };
    const reading = readPeriodText(text, { dates: null, spans: null });
    const isOne = reading !== null && 'period' in reading;
    return isOne ? { answer: reading.period } : { wrong: `"${text}" is no period.` };
  });
}
