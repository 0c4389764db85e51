import type { KnownArea } from '../../../geodata/sources/table/area-index.ts';
import type { TableKnowledge } from '../../../geodata/sources/table/guess.ts';
import { type TableMapping, wordMeanings } from '../../../geodata/sources/table/mapping.ts';
import type { OpenArea, OpenNumber, OpenQuestions } from '../../../geodata/sources/table/questions.ts';
import { askDates, askSpans } from './ask-period.ts';
import type { Terminal, Understood } from './terminal.ts';

/** Asks what reading the table left open, and gives the mapping with the answers in it. */
export async function askOpen(
  terminal: Terminal,
  open: OpenQuestions,
  mapping: TableMapping,
  knowledge: TableKnowledge,
): Promise<TableMapping> {
  if (open.date)
    return { ...mapping, period: { ...mapping.period, dates: await askDates(terminal, [open.date.text]) } };
  if (open.span)
    return { ...mapping, period: { ...mapping.period, spans: await askSpans(terminal, open.span.text) } };
  const [number] = open.numbers;
  if (number) return answerNumber(mapping, number, await askSign(terminal, number));
  const words = { ...mapping.words };
  for (const { word, row, count } of open.words)
    words[word] = await terminal.choose(
      `\n"${word}" stands where a figure is expected (${count} times, first in row ${row}). What does it mean?`,
      wordMeanings.map((value) => ({ value, label: value })),
      word === '-' ? null : 'missing',
    );
  const areas = { ...mapping.areas };
  const known = knowledge.areas.get(mapping.boundaryYear) ?? [];
  for (const area of open.areas) areas[area.key] = await askArea(terminal, area, known);
  return { ...mapping, words, areas };
}

/** The sign of the one column that the number is of, or of the whole table. */
function answerNumber(mapping: TableMapping, { column }: OpenNumber, decimalSign: '.' | ','): TableMapping {
  if (column === null) return { ...mapping, decimalSign };
  const answer = (figure: TableMapping['figures'][number]) =>
    figure.column === column ? { ...figure, decimalSign } : figure;
  return { ...mapping, figures: mapping.figures.map(answer) };
}

function askSign(terminal: Terminal, { text, row, column }: OpenNumber): Promise<'.' | ','> {
  return terminal.choose(
    `\nHow is "${text}" in row ${row}${column === null ? '' : `, column "${column}",`} to be read?`,
    [
      { value: ',', label: 'with a decimal comma, as in 1.234,5' },
      { value: '.', label: 'with a decimal point, as in 1,234.5' },
    ],
    ',',
  );
}

/** The code that a name stands for; null: its rows are left out. */
function askArea(
  terminal: Terminal,
  { key, row, count, near }: OpenArea,
  known: readonly KnownArea[],
): Promise<string | null> {
  const rows = count === 1 ? `row ${row}` : `${count} rows, first ${row}`;
  terminal.say(`\n"${key}" (${rows}) is no area that is known. Nearest:`);
  for (const [index, area] of near.entries())
    terminal.say(`  ${String(index + 1).padStart(2)}  ${describe(area, known)}`);
  if (!near.length) terminal.say('      none');
  const preset = near.length === 1 ? '1' : null;
  return terminal.ask('Number, a code, or "skip" to leave its rows out', preset, (text) =>
    understand(text, near, known),
  );
}

function understand(
  text: string,
  near: readonly KnownArea[],
  known: readonly KnownArea[],
): Understood<string | null> {
  if (/^(s|skip)$/i.test(text)) return { answer: null };
  const byNumber = /^\d{1,2}$/.test(text) ? near[Number(text) - 1] : undefined;
  const area = byNumber ?? known.find(({ code }) => code === text.toUpperCase());
  return area ? { answer: area.code } : { wrong: `"${text}" is no number above and no code of an area.` };
}

function describe({ code, name }: KnownArea, known: readonly KnownArea[]): string {
  const municipality = known.find((area) => area.code === `GM${code.slice(2, 6)}` && area.code !== code);
  return `${code}  ${name}${municipality ? ` (${municipality.name})` : ''}`;
}
