import { guessTitle, nameSheet, type TableKnowledge } from '../../../geodata/sources/table/guess.ts';
import type { TableMapping } from '../../../geodata/sources/table/mapping.ts';
import { type SheetFile, toKey } from '../../../geodata/sources/table/sheet.ts';
import { askArea } from './ask-area.ts';
import { askFigures } from './ask-figures.ts';
import { askLayout } from './ask-layout.ts';
import { askPeriod } from './ask-period.ts';
import { anyText, type Terminal } from './terminal.ts';

/** Asks what is what in a table, and offers what its content tells. */
export async function askMapping(
  terminal: Terminal,
  file: SheetFile,
  knowledge: TableKnowledge,
): Promise<TableMapping> {
  terminal.say(
    `${file.file} has no mapping yet: what is what in it? Enter takes what stands between brackets.\n`,
  );
  const layout = await askLayout(terminal, file, knowledge);
  const { taken, ...areas } = await askArea(terminal, layout, knowledge);
  const { period, column } = await askPeriod(terminal, file, layout, taken);
  const figures = await askFigures(terminal, layout, [...taken, column], period, knowledge);
  terminal.say('');
  const title = await terminal.ask(
    'Title of these figures, without a year',
    guessTitle(file, layout.sheet, layout),
    anyText,
  );
  return {
    name: toKey(title),
    title,
    sheet: nameSheet(file, layout.sheet),
    headerRows: layout.headerRows,
    ...areas,
    period,
    ...figures,
    source: await askSource(terminal),
    licence: await askLicence(terminal),
    decimalSign: null,
    words: {},
    areas: {},
  };
}

async function askSource(terminal: Terminal): Promise<TableMapping['source']> {
  const title = await terminal.ask('Whose figures are they, such as "Gemeente Enschede"', null, anyText);
  const url = await terminal.ask('Address of a page about them', 'none', (text) =>
    text === 'none' || /^https?:\/\/[^\s/]/i.test(text)
      ? { answer: text === 'none' ? null : text }
      : { wrong: 'Write https://…, or nothing.' },
  );
  return { title, url };
}

type Licence = TableMapping['licence'];

const licences: readonly Licence[] = [
  {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    name: 'CC0-1.0',
    title: 'Creative Commons Zero 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
];

async function askLicence(terminal: Terminal): Promise<Licence> {
  const choices = licences.map((value) => ({ value: value as Licence | null, label: value.name }));
  const chosen = await terminal.choose(
    'Under which licence may they be used?',
    [...choices, { value: null, label: 'another' }],
    licences[0] ?? null,
  );
  if (chosen) return chosen;
  const name = await terminal.ask('Name of the licence', null, anyText);
  return { name, title: name, url: null };
}
