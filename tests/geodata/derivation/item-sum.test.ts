import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexFigures } from '../../../geodata/derivation/figures.ts';
import { sumItems } from '../../../geodata/derivation/item-sum.ts';
import { hasValue, type Status, statuses } from '../../../geodata/observation.ts';
import { countIndicator, publishedFigure } from './figures.ts';

const group = countIndicator('m/1', { parts: ['m/1.1', 'm/1.2', 'm/1.3'] });
const parts = group.parts ?? [];

function sum(items: readonly (readonly [Status, number] | null)[], own: readonly number[] = []) {
  const figures = items.flatMap((item, index) =>
    item ? [publishedFigure(parts[index] ?? '', 'BU01530000', item[1], { status: item[0] })] : [],
  );
  const ofGroup = own.map((value) => publishedFigure('m/1', 'BU01530000', value));
  return sumItems(group, indexFigures([...figures, ...ofGroup]));
}

test('a group is the sum of its items where all are there', () => {
  expect(
    sum([
      ['final', 1],
      ['provisional', 2],
      ['final', 4],
    ]),
  ).toEqual([
    expect.objectContaining({
      indicator: 'm/1',
      value: 7,
      status: 'provisional',
      origin: 'aggregated',
      note: { items: 3, itemsKnown: 3 },
    }),
  ]);
});

test('a group lacks a value where an item does: suppressed where one is, missing where one is or does not exist', () => {
  expect(sum([['final', 1], ['suppressed', 0], null])[0]).toMatchObject({
    value: null,
    status: 'suppressed',
  });
  expect(sum([['final', 1], ['final', 2], null])[0]).toMatchObject({ value: null, status: 'missing' });
  expect(
    sum([
      ['final', 1],
      ['missing', 0],
      ['final', 3],
    ])[0],
  ).toMatchObject({ value: null, status: 'missing' });
  const unasked: readonly [Status, number] = ['not-asked', 0];
  expect(sum([unasked, unasked, unasked])[0]).toMatchObject({ value: null, status: 'not-asked' });
});

test('a group’s own figure stays, whatever its items say; without items there is nothing', () => {
  expect(
    sum(
      [
        ['final', 1],
        ['final', 2],
        ['final', 3],
      ],
      [100],
    ),
  ).toEqual([]);
  expect(sum([null, null, null])).toEqual([]);
});

test('there is a value if and only if every item has one, and it is their sum', () => {
  const item = fc.option(fc.tuple(fc.constantFrom(...statuses), fc.nat(1000)));
  fc.assert(
    fc.property(fc.tuple(item, item, item), (items) => {
      const [whole] = sum(items);
      const isWhole = items.every((each) => each !== null && hasValue(each[0]));
      const total = items.reduce((before, each) => before + (each?.[1] ?? 0), 0);
      expect(whole?.value ?? null).toBe(isWhole ? total : null);
      expect(whole === undefined || hasValue(whole.status) === (whole.value !== null)).toBe(true);
      expect(whole?.status === 'suppressed').toBe(items.some((each) => each?.[0] === 'suppressed'));
    }),
  );
});
