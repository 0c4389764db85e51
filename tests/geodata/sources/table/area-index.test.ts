import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAreaIndex } from '../../../../geodata/sources/table/area-index.ts';
import { areas } from './sample.ts';

const index = createAreaIndex(areas, 'neighbourhood');
const codeOf = (text: string, within: string | null = null) => {
  const match = index.find(text, within);
  return 'found' in match ? match.found.code : match;
};

test.each([
  ['the code', 'BU01530001'],
  ['the code without its letters', '01530001'],
  ['the code as a number, its zeros lost', '1530001'],
  ['small letters and spaces', ' bu 01530001'],
  ['the name', 'Boswinkel-Stadsveld'],
  ['other capitals, a space for the hyphen', 'BOSWINKEL STADSVELD'],
  ['a dash of another kind', 'Boswinkel – Stadsveld'],
  ['its number in front', 'Buurt 01 Boswinkel-Stadsveld'],
])('an area is found by %s', (_, text) => expect(codeOf(text)).toBe('BU01530001'));

test('names are found with abbreviations and without accents', () => {
  expect(
    ['St. Jansveld e.o.', 'st jansveld eo', 'Sint Jansveld & omgeving'].map((text) => codeOf(text)),
  ).toEqual(Array(3).fill('BU01530002'));
  expect(codeOf('Hofte')).toBe('BU01530003');
});

test('a name of several municipalities is found within one only', () => {
  expect(index.find('Centrum', null)).toEqual({
    several: areas.filter(({ name }) => name === 'Centrum'),
  });
  expect(codeOf('Centrum', 'GM0141')).toBe('BU01410000');
  expect(codeOf('Nieuwstraat-Kwartier', 'GM0153')).toEqual({ several: [] });
});

test('an area of another level is known as such', () => {
  expect(codeOf('WK015300')).toEqual({ other: areas.find(({ code }) => code === 'WK015300') });
  expect(codeOf('Enschede')).toEqual({ other: areas.find(({ code }) => code === 'GM0153') });
});

describe('what only resembles', () => {
  test('is not found, and offered, the nearest first', () => {
    expect(codeOf('Boswinkel')).toEqual({ several: [] });
    expect(index.suggest('Boswinkel', 'GM0153', 3).map(({ code }) => code)).toEqual(['BU01530001']);
    expect(index.suggest('Hoofte', null, 2)[0]?.code).toBe('BU01530003');
    expect(index.suggest('1530009', null, 1)).toHaveLength(1);
    expect(index.suggest('Zwiggelte bij Grolloo', null, 3)).toEqual([]);
  });

  test('a code of an area that is not there is not found', () =>
    expect(codeOf('BU01539999')).toEqual({ several: [] }));
});

test('every area is found by its code and, within its municipality, by its name, however they are written', () => {
  const own = areas.filter(({ level }) => level === 'neighbourhood');
  fc.assert(
    fc.property(
      fc.constantFrom(...own),
      fc.boolean(),
      fc.integer({ min: 0, max: 3 }),
      ({ code, name }, upper, form) => {
        const within = `GM${code.slice(2, 6)}`;
        const written = [code, code.slice(2), String(Number(code.slice(2))), name][form] ?? '';
        expect(codeOf(` ${upper ? written.toUpperCase() : written.toLowerCase()} `, within)).toBe(code);
      },
    ),
  );
});
