import { expect, test } from 'vitest';
import type { ListedArea } from '../../../../geodata/area-list.ts';
import { chooseBeside } from '../../../../viewer/pages/municipality/beside.ts';

function listPlaces(count: number): ListedArea[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `GM${index}`,
    name: `${String.fromCharCode(122 - (index % 26))}${index}`,
    index,
    neighbours: [],
    bbox: [0, 0, 1, 1] as const,
    centroid: [0, 0] as const,
  }));
}

test('all municipalities of a region stand beside each other, by name', () => {
  const places = listPlaces(14);
  const names = chooseBeside(places, { code: 'GM3' }, null).map(({ name }) => name);
  expect(names).toEqual(places.map(({ name }) => name).sort());
});

test('of a country those stand beside one that are about as large', () => {
  const places = listPlaces(340);
  const inhabitants = Float64Array.from(places, ({ index }) => 1000 * 1.02 ** index);
  const chosen = chooseBeside(places, { code: 'GM100' }, inhabitants).map(({ index }) => index);
  expect(chosen).toHaveLength(30);
  expect(Math.max(...chosen.map((index) => Math.abs(index - 100)))).toBe(15);
});

test('one whose inhabitants are not known comes last, and the one itself is always there', () => {
  const places = listPlaces(40);
  const inhabitants = Float64Array.from(places, ({ index }) => (index < 15 ? Number.NaN : 1000));
  const chosen = chooseBeside(places, { code: 'GM20' }, inhabitants);
  expect(chosen).toHaveLength(30);
  expect(chosen.filter(({ index }) => index >= 15)).toHaveLength(25);
  expect(chooseBeside(places, { code: 'GM2' }, inhabitants).some(({ code }) => code === 'GM2')).toBe(true);
});
