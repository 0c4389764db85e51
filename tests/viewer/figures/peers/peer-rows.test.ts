import { expect, test } from 'vitest';
import type { ListedArea } from '../../../../geodata/area-list.ts';
import type { ColumnData } from '../../../../geodata/columns/column.ts';
import { listContext } from '../../../../geodata/comparing/peer-context.ts';
import type { CatalogIndicator } from '../../../../viewer/data/contract.ts';
import { listPeers } from '../../../../viewer/figures/peers/peer-rows.ts';

const places = ['A', 'B', 'C', 'D'].map((name, index) => ({ code: name, name, index }) as ListedArea);

function indicator(key: string, more: Partial<CatalogIndicator> = {}): CatalogIndicator {
  const made = { key, name: { nl: key, en: key }, theme: 'achtergrond.wonen', kind: 'share', ...more };
  return made as CatalogIndicator;
}

function column(key: string, ...years: readonly (readonly number[])[]): [string, ColumnData] {
  const periods = years.map((values, at) => ({
    period: String(2023 + at),
    boundaryYear: 2024,
    values: Float64Array.from(values),
    statuses: new Uint8Array(values.length),
  }));
  return [key, { indicator: key, level: 'district', unit: '', scale: 1, size: 5, periods }];
}

// The last place is an area of older boundaries.
const unknown = [1, Number.NaN, Number.NaN, Number.NaN, 1];
const columns = new Map([
  // Of most areas the year before is the newest.
  column('one', [10, 11, 30, 90, 10], unknown),
  column('two', [1, 1, 9, 5, 1]),
  column('three', [4, 8, 4, 0, 4]),
  column('count', [1, 1, 1, 1, 1]),
  column('crime', [1, 1, 1, 1, 1]),
  column('rare', unknown),
]);
const indicators = [
  indicator('one'),
  indicator('two'),
  indicator('three'),
  indicator('count', { kind: 'count' }),
  indicator('crime', { theme: 'leefomgeving.objectief' }),
  indicator('rare'),
];

test('areas are likened by background figures that do not grow with them and that most have', () => {
  const context = listContext(columns, indicators, places);
  expect(context.indicators.map(({ key }) => key)).toEqual(['one', 'two', 'three']);
  expect(context.periods).toEqual(['2023@2024', '2023@2024', '2023@2024']);
  expect(context.columns[0]?.[4]).toBeNaN();
});

test('the likest come first, with what they are most and least alike in', () => {
  const peers = listPeers(listContext(columns, indicators, places), 0, places);
  expect(peers.map(({ place }) => place.name)).toEqual(['B', 'C', 'D']);
  expect(peers[0]?.alike.map(({ key }) => key)).toEqual(['two']);
  expect(peers[0]?.unlike.map(({ key }) => key)).toEqual(['three']);
});

test('of too few figures nobody is like anybody', () => {
  expect(listPeers(listContext(columns, indicators.slice(0, 2), places), 0, places)).toEqual([]);
});
