import { expect, test } from 'vitest';
import type { CatalogIndicator } from '../../viewer/data/contract.ts';
import type { FigureRow } from '../../viewer/profile/figure-rows.ts';
import { listContext, listPeers } from '../../viewer/report/peer-rows.ts';
import type { Place } from '../../viewer/state/places.ts';

const places = ['A', 'B', 'C', 'D'].map((name, index) => ({ code: name, name, index }) as Place);

function row(key: string, values: readonly number[], more: Partial<CatalogIndicator> = {}): FigureRow {
  const indicator = { key, name: { nl: key, en: key }, theme: 'achtergrond.wonen', kind: 'share', ...more };
  return { indicator, moment: { values: Float64Array.from(values) } } as unknown as FigureRow;
}

// The last place is an area of older boundaries.
const rows = [
  row('one', [10, 11, 30, 90, 10]),
  row('two', [1, 1, 9, 5, 1]),
  row('three', [4, 8, 4, 0, 4]),
  row('count', [1, 1, 1, 1, 1], { kind: 'count' }),
  row('crime', [1, 1, 1, 1, 1], { theme: 'leefomgeving.objectief' }),
  row('rare', [1, Number.NaN, Number.NaN, Number.NaN, 1]),
];

test('areas are likened by background figures that do not grow with them and that most have', () => {
  const context = listContext(rows, places);
  expect(context.indicators.map(({ key }) => key)).toEqual(['one', 'two', 'three']);
  expect(context.columns[0]?.[4]).toBeNaN();
});

test('the likest come first, with what they are most and least alike in', () => {
  const peers = listPeers(listContext(rows, places), 0, places);
  expect(peers.map(({ place }) => place.name)).toEqual(['B', 'C', 'D']);
  expect(peers[0]?.alike.map(({ key }) => key)).toEqual(['two']);
  expect(peers[0]?.unlike.map(({ key }) => key)).toEqual(['three']);
});

test('of too few figures nobody is like anybody', () => {
  expect(listPeers(listContext(rows.slice(0, 2), places), 0, places)).toEqual([]);
});
