import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createRandom } from '../../geodata/statistics/random.ts';
import { realData } from './real-data.ts';

/** Of an area and a year. */
interface Counted {
  readonly area: string;
  readonly period: string;
  readonly count: number;
}

/** One of so many registered crimes is taken for a burglary. */
const shareOfBurglaries = 0.06;

/** The rows of a file of the real data. */
export async function readRealRows(path: string): Promise<Record<string, string>[]> {
  return parse(await readFile(join(realData, path)), { bom: true, columns: true });
}

/** Burglaries drawn by chance from the registered crimes, as the real data does not divide those: the same every time. */
export async function drawBurglaries(): Promise<Counted[]> {
  const rows = await readRealRows('indicators/misdrijven-2021-2025-buurten.csv');
  const random = createRandom(16);
  return rows.flatMap(({ buurtcode, jaar, geregistreerde_misdrijven: crimes }) => {
    const number = Number(crimes);
    if (!buurtcode || !jaar || !crimes || !(number >= 0)) return [];
    let count = 0;
    for (let crime = 0; crime < number; crime += 1) if (random() < shareOfBurglaries) count += 1;
    return [{ area: buurtcode, period: jaar, count }];
  });
}

/** Writes the real data package to a folder, with burglaries and their rate beside what it has. */
export async function writeWithBurglaries(folder: string): Promise<void> {
  for (const part of ['boundaries', 'indicators'])
    await cp(join(realData, part), join(folder, part), { recursive: true });
  await copyFile(join(realData, 'datapackage.json'), join(folder, 'datapackage.json'));
  const described = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8'));
  const { indicators } = described.wijkinformatie;
  const copies = [
    ['misdrijven', { key: 'woninginbraken', name: both('Woninginbraken') }],
    [
      'misdrijven-per-1000',
      {
        key: 'woninginbraken-per-1000',
        name: both('Woninginbraken per 1.000 inwoners'),
        derive: { numerator: 'woninginbraken', denominator: 'inwoners', factor: 1000 },
      },
    ],
  ] as const;
  for (const [like, own] of copies)
    indicators.push({ ...indicators.find(({ key }: { key: string }) => key === like), ...own });
  const crimes = described.resources.find(({ name }: { name: string }) => name === 'misdrijven');
  const path = 'indicators/woninginbraken.csv';
  const [area, period] = crimes.schema.fields;
  const value = {
    name: 'aantal',
    type: 'number',
    wijkinformatie: { as: 'value', indicator: 'woninginbraken' },
  };
  const schema = { ...crimes.schema, fields: [area, period, value] };
  described.resources.push({ ...crimes, name: 'woninginbraken', title: 'Woninginbraken', path, schema });
  const lines = (await drawBurglaries()).map((row) => `${row.area},${row.period},${row.count}`);
  await writeFile(join(folder, path), `buurtcode,jaar,aantal\n${lines.join('\n')}\n`);
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify(described));
}

function both(text: string) {
  return { nl: text, en: text };
}
