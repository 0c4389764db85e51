import { expect, test } from 'vitest';
import type { Indicator } from '../../../geodata/indicator.ts';
import { InputError } from '../../../geodata/problem.ts';
import { formatAccount } from '../../../geodata/sources/account.ts';
import { readObservations } from '../../../geodata/sources/observations/observations.ts';
import { type Field, readPeriod } from '../../../geodata/sources/package/field.ts';
import type { ObservationResource } from '../../../geodata/sources/package/resource.ts';
import { guessMapping } from '../../../geodata/sources/table/guess.ts';
import type { TableMapping } from '../../../geodata/sources/table/mapping.ts';
import { isResolved, resolveTable } from '../../../geodata/sources/table/resolve.ts';
import { readSheetFile } from '../../../geodata/sources/table/sheet-file.ts';
import { readTargetSheet } from '../../../geodata/sources/table/target-sheet.ts';
import { observationResource } from '../../setup/descriptor.ts';
import {
  type Combination,
  codes,
  drawCombinations,
  listKnown,
  measures,
  nameColumns,
  writeFile,
  writeRows,
} from './known-table.ts';
import { areas, indicator, mapping } from './table/sample.ts';

const seed = 2024;

const indicators: Indicator[] = measures.map((key) =>
  indicator(key, {
    kind: key,
    unit: key === 'share' ? '%' : 'aantal',
    decimals: key === 'count' ? 0 : 3,
    aggregate: 'none',
  }),
);
const knowledge = { areas: new Map([[2024, areas]]), indicators };

/** Figures by measure, code and period; null where the file is refused or something has to be asked. */
type Reader = (combination: Combination) => Promise<Map<string, number | null> | null>;

/** Runs a reader over combinations; a misreading is one that ends well with other figures than were written. */
async function countReadings(read: Reader, count: number, from: number) {
  const counts = { read: 0, refused: 0, misread: [] as Combination[] };
  for (const combination of drawCombinations(count, from)) {
    const found = await read(combination).catch((error: unknown) => {
      if (error instanceof InputError) return null;
      throw error;
    });
    if (found === null) counts.refused += 1;
    else if (isSame(found, listKnown(combination))) counts.read += 1;
    else counts.misread.push(combination);
  }
  return counts;
}

function isSame(found: Map<string, number | null>, known: Map<string, number | null>): boolean {
  return found.size === known.size && [...known].every(([key, value]) => found.get(key) === value);
}

const mappingOf = (combination: Combination): TableMapping => {
  const { place } = combination.heading;
  return {
    ...mapping,
    period: {
      in: place,
      text: { column: 'Periode', headings: null, title: 'Cijfers {period}' }[place],
      dates: null,
      spans: null,
    },
    figures: measures.map((measure) => ({
      column: place === 'headings' ? `${measure} {period}` : measure,
      indicator: measure,
      as: 'value',
      times: 1,
      decimalSign: null,
    })),
    indicators: [],
  };
};

async function readByMapping(bytes: Uint8Array, own: TableMapping | null): ReturnType<Reader> {
  const file = await readSheetFile(bytes, 'tabel.csv');
  const guessed = own ?? guessMapping(file, knowledge);
  if (!own && guessed.period.text?.startsWith('?')) return null;
  const { rows, open, account } = resolveTable(file, guessed, knowledge, 'm.json');
  // A table of which no figure is left is refused when it is packed.
  if (!isResolved(open) || rows.size === 0) return null;
  expect(() => formatAccount(account)).not.toThrow();
  return new Map(
    [...rows].flatMap(([measure, own]) =>
      own.map(({ code, period, cells }): [string, number | null] => [
        `${measure} ${code} ${period}`,
        readWritten(cells.value ?? ''),
      ]),
    ),
  );
}

function readWritten(text: string): number | null {
  const bare = text.replace('*', '');
  return bare === '' || bare === 'x' ? null : Number(bare);
}

const readTable: Reader = (combination) => readByMapping(writeFile(combination), mappingOf(combination));
const readGuessed: Reader = (combination) => readByMapping(writeFile(combination), null);

const bareResource = observationResource([
  { name: 'Buurt', type: 'string', wijkinformatie: { as: 'area' } },
  { name: 'aantal', type: 'number', wijkinformatie: { as: 'value', indicator: 'inwoners' } },
]);
const bareField: Field = {
  name: '',
  type: 'string',
  as: null,
  indicator: null,
  kind: null,
  decimals: null,
  dimension: null,
  category: null,
  period: null,
  decimalChar: null,
};

const readPackage: Reader = async (combination) => {
  const { heading } = combination;
  const fixed =
    heading.place === 'column'
      ? null
      : readPeriod({ file: 'd', place: '', values: { period: heading.text } });
  const field = (name: string, as: Field['as'], own: Partial<Field> = {}): Field => ({
    ...bareField,
    name,
    as,
    ...own,
  });
  const resource: ObservationResource = {
    ...bareResource,
    period: heading.place === 'title' ? fixed : null,
    fields: [
      field('Buurt', 'area'),
      ...(heading.place === 'column' ? [field('Periode', 'period')] : []),
      ...nameColumns(combination).map((name, index) =>
        field(name, 'value', {
          indicator: measures[index] ?? null,
          kind: measures[index] ?? null,
          period: heading.place === 'headings' ? fixed : null,
        }),
      ),
    ],
  };
  const { observations, account } = await readObservations(resource, writeFile(combination, true));
  expect(() => formatAccount(account)).not.toThrow();
  // A dash is nil in a package, as its documentation says.
  const isNil = combination.missing === '-';
  return new Map(
    observations.map(({ indicator: measure, area, period, value }) => [
      `${measure} ${area} ${period}`,
      isNil && value === 0 && measure === 'score' && area === codes[3] ? null : value,
    ]),
  );
};

const readTargets: Reader = async (combination) => {
  const names = ['Enschede', 'Almelo', 'Hengelo', 'Borne'];
  const municipalities = names.map((name, index) => ({ code: `GM010${index}`, name }));
  const { separator, quoting, lineEnds } = combination;
  const cells = writeRows({ ...combination, heading: { place: 'title', text: '', period: null } });
  const lines = [
    ['gemeente', 'indicator', 'jaar', 'streefwaarde', 'bron'],
    ...measures.flatMap((measure, column) =>
      names.map((name, row) => [
        name,
        measure,
        combination.heading.text,
        cells[row]?.[column + 1] ?? '',
        'Plan',
      ]),
    ),
  ].map((line) =>
    line.map((cell) => (quoting !== 'none' && cell.includes(separator) ? `"${cell}"` : cell)).join(separator),
  );
  const text = lines.map((line, index) => line + lineEnds[index % lineEnds.length]).join('');
  const file = await readSheetFile(new TextEncoder().encode(text), 'doelen.csv');
  const { targets } = readTargetSheet(file, { municipalities, indicators });
  return new Map(
    targets.map(({ indicator: measure, municipality, period, value }) => [
      `${measure} ${codes[municipalities.findIndex(({ code }) => code === municipality)]} ${period}`,
      value,
    ]),
  );
};

test('a table of known figures is read to the same figures or refused, however it is written', async () => {
  const kinds: [string, Reader, number][] = [
    ['tables with a mapping', readTable, 10_800],
    ['tables with a proposed mapping', readGuessed, 1_200],
    ['tables in a package', readPackage, 6_000],
    ['targets', readTargets, 2_400],
  ];
  for (const [index, [kind, read, count]] of kinds.entries()) {
    const counts = await countReadings(read, count, seed + index);
    console.log(`${kind}: ${count} combinations, ${counts.read} read, ${counts.refused} refused`);
    expect(counts.misread.slice(0, 3)).toEqual([]);
    expect(counts.read).toBeGreaterThan(count / 100);
  }
}, 600_000);

/** Faults that readers have had, each within a reader that is otherwise ours. */
const faults: [string, Reader][] = [
  [
    'the first line end is taken for all of them, and the rest of the lines is lost',
    (combination) => {
      const bytes = writeFile({ ...combination, encoding: 'utf-8', hasMark: false });
      const text = new TextDecoder().decode(bytes);
      const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
      const kept = text.split(end).filter((line) => !/[\r\n]/.test(line));
      return readByMapping(new TextEncoder().encode(kept.join(end)), mappingOf(combination));
    },
  ],
  [
    'a point is a decimal sign everywhere',
    (combination) =>
      readByMapping(writeFile(combination), {
        ...mappingOf(combination),
        indicators: indicators.map((each) => ({ ...each, kind: 'score' })),
        decimalSign: '.',
      }),
  ],
  [
    'a period is its first year',
    (combination) => {
      const year = /\d{4}/.exec(combination.heading.text)?.[0] ?? '2023';
      const cut = { ...combination, heading: { ...combination.heading, text: year } };
      return readByMapping(writeFile(cut), mappingOf(cut));
    },
  ],
];

test.each(faults)(
  'a fault is found: %s',
  async (_, read) => {
    const { misread } = await countReadings(read, 1_000, seed);
    expect(misread.length).toBeGreaterThan(0);
  },
  120_000,
);
