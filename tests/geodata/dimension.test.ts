import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEntry } from '../../geodata/catalog.ts';
import {
  type Dimension,
  expandIndicators,
  findDefinition,
  listPath,
  mergeDimensions,
  readAddress,
  writeAddress,
} from '../../geodata/dimension.ts';
import { countIndicator } from '../setup/indicator.ts';

const name = (text: string) => ({ nl: text, en: text });
const offences: Dimension = {
  key: 'soort',
  name: name('Soort'),
  total: '0.0.0',
  categories: [
    { key: '1', parent: null, name: name('Diefstal') },
    { key: '1.1', parent: '1', name: name('Woning') },
    { key: '1.2', parent: '1', name: name('Fiets') },
    { key: '3.9', parent: null, name: name('Fraude') },
  ],
};
const breaks = [
  { period: '2016', reason: name('fraude'), categories: ['0.0.0', '3.9'] },
  { period: '2018', reason: name('alles'), categories: null },
];
const crimes = countIndicator('misdrijven', { dimension: 'soort', breaks });
const rate = countIndicator('per-1000', {
  dimension: 'soort',
  kind: 'rate',
  aggregate: 'derived',
  derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
});
const definitions = { indicators: [countIndicator('inwoners'), crimes, rate], dimensions: [offences] };

describe('an address', () => {
  test('is read as it was written', () => {
    const key = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);
    fc.assert(
      fc.property(key, fc.option(key), (indicator, category) => {
        expect(readAddress(writeAddress({ indicator, category }))).toEqual({ indicator, category });
      }),
    );
  });
});

describe('items', () => {
  test('are indicators with the names of both, in the order of the dimension, behind their indicator', () => {
    const expanded = expandIndicators(definitions);
    expect(expanded.map(({ key }) => key).slice(0, 6)).toEqual([
      'inwoners',
      'misdrijven',
      'misdrijven/1',
      'misdrijven/1.1',
      'misdrijven/1.2',
      'misdrijven/3.9',
    ]);
    expect(expanded[3]?.name.nl).toBe('misdrijven: Woning');
  });

  test('make up the group above them, and those on top the whole; what is derived is not added up', () => {
    const parts = new Map(expandIndicators(definitions).map((indicator) => [indicator.key, indicator.parts]));
    expect(parts.get('misdrijven')).toEqual(['misdrijven/1', 'misdrijven/3.9']);
    expect(parts.get('misdrijven/1')).toEqual(['misdrijven/1.1', 'misdrijven/1.2']);
    expect(parts.get('misdrijven/1.1')).toEqual([]);
    expect(parts.get('per-1000/1')).toEqual([]);
  });

  test('are derived from the item of the numerator and the whole of the denominator', () => {
    expect(findDefinition(definitions, 'per-1000/1.1')?.derive).toEqual({
      numerator: 'misdrijven/1.1',
      denominator: 'inwoners',
      factor: 1000,
    });
  });

  test('have the breaks that name them, and those that name nothing', () => {
    const periods = (address: string) =>
      findDefinition(definitions, address)?.breaks.map(({ period }) => period);
    expect(periods('misdrijven')).toEqual(['2016', '2018']);
    expect(periods('misdrijven/3.9')).toEqual(['2016', '2018']);
    expect(periods('misdrijven/1.1')).toEqual(['2018']);
  });

  test('that are not there are undefined', () => {
    expect(findDefinition(definitions, 'misdrijven/9')).toBeUndefined();
    expect(findDefinition(definitions, 'inwoners/1')).toBeUndefined();
    expect(findDefinition(definitions, 'niets')).toBeUndefined();
  });

  test('say of themselves in a catalog only what is not so of the whole', () => {
    const entry = {
      ...crimes,
      levels: ['municipality'],
      items: [{ category: '1.1' }, { category: '3.9', levels: [] }],
    };
    const catalog = { indicators: [entry], dimensions: [offences] };
    expect(findEntry(catalog, 'misdrijven/1.1')).toMatchObject({ levels: ['municipality'], items: [] });
    expect(findEntry(catalog, 'misdrijven/3.9')?.levels).toEqual([]);
    expect(findEntry(catalog, 'misdrijven/1.2')).toBeUndefined();
    expect(findEntry(catalog, 'misdrijven/1.1')).toBe(findEntry(catalog, 'misdrijven/1.1'));
  });
});

test('a path leads from the outermost group to the category, and ends in a circle of groups', () => {
  expect(listPath(offences, '1.2').map(({ key }) => key)).toEqual(['1', '1.2']);
  expect(listPath(offences, '7')).toEqual([]);
  const circle = {
    categories: [
      { key: 'a', parent: 'b', name: name('a') },
      { key: 'b', parent: 'a', name: name('b') },
    ],
  };
  expect(listPath(circle, 'a').map(({ key }) => key)).toEqual(['b', 'a']);
});

test('a package’s own dimension wins, and keeps what only the held one has', () => {
  const held = { ...offences, categories: [{ key: '9', parent: null, name: name('Oud') }] };
  const [merged] = mergeDimensions([offences], [held]);
  expect(merged?.categories.map(({ key }) => key)).toEqual(['1', '1.1', '1.2', '3.9', '9']);
});
