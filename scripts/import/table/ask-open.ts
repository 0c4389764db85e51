import type { KnownArea } from '../../../geodata/sources/table/area-index.ts';
import type { OpenArea, OpenQuestions } from '../../../geodata/sources/table/extraction.ts';
import type { TableKnowledge } from '../../../geodata/sources/table/guess.ts';
import { type TableMapping, wordMeanings } from '../../../geodata/sources/table/mapping.ts';
import { askDates } from './ask-period.ts';
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
  if (open.ambiguous) return { ...mapping, decimalSign: await askSign(terminal, open.ambiguous.text) };
  const words = { ...mapping.words };
  for (const { word, row, count } of open.words)
    words[word] = await terminal.choose(
      `\n"${word}" stands where a figure is expected (${count} times, first in row ${row}). What does it mean?`,
      wordMeanings.map((value) => ({ value, label: value })),
      'missing',
    );
  const areas = { ...mapping.areas };
  const known = knowledge.areas.get(mapping.boundaryYear) ?? [];
  for (const area of open.areas) areas[area.key] = await askArea(terminal, area, known);
  return { ...mapping, words, areas };
}

function askSign(terminal: Terminal, text: string): Promise<'.' | ','> {
  return terminal.choose(
    `\nHow is "${text}" to be read?`,
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
  for (const [place, area] of near.entries())
    terminal.say(`  ${String(place + 1).padStart(2)}  ${describe(area, known)}`);
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
