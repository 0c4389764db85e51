import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanMeanings } from '../../../../geodata/sources/period-text.ts';
import {
  describeMapping,
  figureRoles,
  readMapping,
  type TableMapping,
  wordMeanings,
  writeMapping,
} from '../../../../geodata/sources/table/mapping.ts';
import { lineOf } from '../problem.ts';
import { indicator, mapping } from './sample.ts';

const read = (text: string) => readMapping(new TextEncoder().encode(text), 'm.json');
const refuse = (change: Record<string, unknown>) =>
  lineOf(() => read(JSON.stringify({ ...describeMapping(mapping), ...change })));

const word = fc.stringMatching(/^[A-Za-z][A-Za-z .'-]{0,20}[A-Za-z]$/);
const key = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?$/);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const anyMapping: fc.Arbitrary<TableMapping> = fc.record({
  name: key,
  title: word,
  sheet: orNull(word),
  headerRows: fc.integer({ min: 1, max: 3 }),
  area: fc.record({
    column: word,
    level: fc.constantFrom('municipality' as const, 'district' as const, 'neighbourhood' as const),
    municipalityColumn: orNull(word),
    municipality: fc.constant(null),
  }),
  period: fc.oneof(
    fc.record({
      in: fc.constant('column' as const),
      text: word,
      dates: orNull(fc.constantFrom('year' as const, 'week' as const)),
      spans: orNull(fc.constantFrom(...spanMeanings)),
    }),
    fc.record({
      in: fc.constant('fixed' as const),
      text: fc.constantFrom('2024', '2024-Q1', '2021..2023'),
      dates: fc.constant(null),
      spans: fc.constant(null),
    }),
    fc.record({
      in: fc.constantFrom('title' as const, 'sheet' as const, 'file' as const),
      text: word.map((each) => `${each} {period}`),
      dates: fc.constant(null),
      spans: fc.constant(null),
    }),
    fc.record({
      in: fc.constant('headings' as const),
      text: fc.constant(null),
      dates: fc.constant(null),
      spans: fc.constant(null),
    }),
  ),
  figures: fc.array(
    fc.record({
      column: word.map((each) => `${each} {period}`),
      indicator: key,
      as: fc.constantFrom(...figureRoles),
      times: fc.constantFrom(1, 100, 0.001),
      decimalSign: orNull(fc.constantFrom('.' as const, ',' as const)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  indicators: fc.array(
    key.map((each) => indicator(each, { aggregate: { weightedBy: 'inwoners' } })),
    { maxLength: 2 },
  ),
  boundaryYear: fc.integer({ min: 1995, max: 2100 }),
  source: fc.record({ title: word, url: orNull(fc.constant('https://example.nl/x')) }),
  licence: fc.record({ name: word, title: word, url: fc.constant(null) }),
  decimalSign: orNull(fc.constantFrom('.' as const, ',' as const)),
  words: fc.dictionary(word, fc.constantFrom(...wordMeanings), { noNullPrototype: true }),
  areas: fc.dictionary(word, orNull(fc.constantFrom('BU01530001', 'WK0153AA', 'GM0153')), {
    noNullPrototype: true,
  }),
});

test('a mapping that is written is read as the same', () => {
  fc.assert(
    fc.property(anyMapping, (each) => {
      expect(read(writeMapping(each))).toEqual(each);
    }),
  );
});

test.each<[string, Record<string, unknown>, string]>([
  ['an unknown key', { colour: 1 }, 'm.json, key "colour": the key is unknown; use one of '],
  ['no name', { name: undefined }, 'm.json, key "name": the key is missing; add it.'],
  [
    'a name that is no key',
    { name: 'Mijn tabel' },
    'm.json, key "name": "Mijn tabel" cannot be used in a link; use small letters, digits and hyphens.',
  ],
  [
    'an open question',
    { title: '? what' },
    'm.json, key "title": "? what" is still to be filled in; write what it is.',
  ],
  [
    'an open area',
    { areas: { Foo: '? BU01530001' } },
    'm.json, key "areas.Foo": "? BU01530001" is still to be filled in; write the code of the area, or null to leave its rows out.',
  ],
  [
    'too many rows of headings',
    { headerRows: 4 },
    'm.json, key "headerRows": 4 is no whole number from 1 to 3; write one such as 1, without quotes.',
  ],
  [
    'an unknown level',
    { area: { column: 'Buurt', level: 'buurt' } },
    'm.json, area, key "level": "buurt" is unknown; use one of "municipality", "district", "neighbourhood".',
  ],
  [
    'two ways to say the municipality',
    { area: { column: 'B', level: 'district', municipality: 'GM0153', municipalityColumn: 'G' } },
    'm.json, area, key "municipality": a column holds the municipality too; remove one of the two.',
  ],
  [
    'a municipality that is no code',
    { area: { column: 'B', level: 'district', municipality: '153' } },
    'm.json, area, key "municipality": "153" is no code of a municipality; the prefix or leading zeros were lost: write "GM0153" if that is meant',
  ],
  [
    'two places of the period',
    { period: { column: 'Jaar', fixed: '2024' } },
    'm.json, period, key "fixed": "column" says where the period is too; remove one of the two.',
  ],
  [
    'a fixed period that is none',
    { period: { fixed: 'vorig jaar' } },
    'm.json, period, key "fixed": "vorig jaar" is no period; write "2024", "2024-Q1", "2024-03", "2024-W12", or "2021..2023" for an average over these years.',
  ],
  [
    'a title without its period',
    { period: { title: 'Meldingen' } },
    'm.json, period, key "title": "Meldingen" does not say where the period stands; write {period} once, in its place.',
  ],
  [
    'dates that stand for nothing',
    { period: { column: 'Jaar', dates: 'day' } },
    'm.json, period, key "dates": "day" is unknown; use one of "year", "quarter", "month", "week".',
  ],
  ['no figures', { figures: [] }, 'm.json, key "figures": the list is empty; add at least one.'],
  [
    'no period at all',
    { period: {} },
    'm.json, figure "Aantal", key "column": nothing says which period it is about; put {period} into the heading, or give "period" a "column", "title", "sheet", "file" or "fixed".',
  ],
  [
    'two periods in a heading',
    { figures: [{ column: '{period} {period}', indicator: 'a' }] },
    'm.json, figure "{period} {period}", key "column": {period} stands there 2 times; write it once.',
  ],
  [
    'a role that is none',
    { figures: [{ column: 'A', indicator: 'a', as: 'mean' }] },
    'm.json, figure "A", key "as": "mean" is unknown; use one of ',
  ],
  [
    'a factor that is none',
    { figures: [{ column: 'A', indicator: 'a', times: 0 }] },
    'm.json, figure "A", key "times": 0 is no positive number; write 100 or 1000, without quotes.',
  ],
  [
    'an indicator without a theme',
    { indicators: [{ ...indicator('a'), theme: 'x.y' }] },
    'm.json, indicator "a", key "theme": the theme "x.y" is unknown; use one of ',
  ],
  [
    'a boundary year in quotes',
    { boundaryYear: '2024' },
    'm.json, key "boundaryYear": "2024" is no whole number from 1995 to 2100; write one such as 1995, without quotes.',
  ],
  [
    'an address that is none',
    { source: { title: 'X', url: 'example' } },
    'm.json, source, key "url": "example" is no address; write https://…, or leave it out.',
  ],
  ['no licence', { licence: undefined }, 'm.json, key "licence": the key is missing; add it.'],
  ['a decimal sign that is none', { decimalSign: ';' }, 'm.json, key "decimalSign": ";" is unknown; '],
  [
    'a word without a meaning',
    { words: { nvt: 'nil' } },
    'm.json, words, key "nvt": "nil" is unknown; use one of "missing", "suppressed", "not-asked", "zero".',
  ],
  [
    'an area that is no code',
    { areas: { Foo: 'Stadsveld' } },
    'm.json, areas, key "Foo": "Stadsveld" is no code of an area; write a code such as "BU01530001", or null to leave its rows out.',
  ],
])('%s is refused, naming the field and the way out', async (_, change, line) => {
  const found = await refuse(change);
  expect(found.slice(0, line.length)).toBe(line);
});

test('what is no object is refused', async () => {
  expect(await lineOf(() => read('[]'))).toBe(
    'm.json: it holds no object; write it as docs/tables.md shows, or remove it and answer the questions.',
  );
  expect(await lineOf(() => read('{"name": }'))).toMatch(/^m\.json, line 1, column 10: this is no JSON/);
});
