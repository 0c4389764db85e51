import { expect, test } from 'vitest';
import { readRegion } from '../../../../geodata/sources/live/region.ts';
import { nameOf, planGroups } from '../../../../geodata/sources/protocols/odata.ts';

test('a column keeps its name while its number changes from year to year', () => {
  expect(nameOf('k_65JaarOfOuder_12')).toBe(nameOf('65 jaar of ouder'));
  expect(nameOf('GemiddeldeWOZWaardeVanWoningen_35')).toBe(nameOf('Gemiddelde WOZ-waarde van woningen'));
  expect(nameOf('AantalInwoners_5')).toBe(nameOf('AantalInwoners_6'));
});

test('groups of areas match every area once, and never more rows than the service answers', () => {
  const keys = [153, 363, 141].flatMap((municipality) =>
    Array.from({ length: 400 }, (_, index) => `BU0${municipality}${String(index).padStart(4, '0')}`),
  );
  const groups = planGroups(keys, 60, 10_000);
  const matched = groups.map((prefixes) =>
    keys.filter((key) => prefixes.some((prefix) => key.startsWith(prefix))),
  );
  expect(matched.flat().sort()).toEqual([...keys].sort());
  for (const some of matched) expect(some.length * 60).toBeLessThanOrEqual(10_000);
  for (const prefixes of groups) expect(prefixes.length).toBeLessThanOrEqual(20);
  expect(groups.length).toBeLessThan(15);
});

test('small municipalities are asked for together', () => {
  expect(planGroups(['GM0153', 'WK015300', 'BU01530000', 'GM0141'], 1, 10_000)).toEqual([
    ['GM0153', 'WK0153', 'BU0153', 'GM0141'],
  ]);
});

test('a region is the one that is held, some of its municipalities, or another where none is held', () => {
  const held = { key: 'sample', name: { nl: 'V', en: 'S' }, municipalities: ['GM0153', 'GM0141'] };
  expect(readRegion(null, held)).toBe(held);
  expect(readRegion('GM0153', held)).toMatchObject({ key: 'sample', municipalities: ['GM0153'] });
  expect(readRegion(null, null).municipalities).toHaveLength(14);
  expect(readRegion('nederland', null).municipalities).toBeNull();
  expect(readRegion('GM0153,GM0141', null)).toMatchObject({ key: 'gm0153-gm0141' });
  expect(() => readRegion('GM0150', held)).toThrow(/reaches beyond the region "sample"/);
  expect(() => readRegion('Enschede', null)).toThrow(/no code of a municipality/);
});
