import { expect, test } from 'vitest';
import { offerPractices } from '../../../geodata/contribution/practice-offer.ts';

const areas = [
  { code: 'BU1', side: 'higher' },
  { code: 'BU2', side: 'lower' },
  { code: 'BU3', side: 'higher' },
  { code: 'BU4', side: 'higher' },
] as const;
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

test('a practice is offered in exactly the areas that differ in its direction, areas like its own first', () => {
  const peers = new Map([['BU9', new Set(['BU4', 'BU2'])]]);
  const offers = offerPractices(
    [
      { area: 'BU1', direction: 'high' },
      { area: 'BU9', direction: 'high' },
      { area: 'BU8', direction: 'low' },
    ],
    areas,
    (code) => peers.get(code) ?? new Set(),
  );
  expect(offers.map(({ practice, alike, others }) => [practice.area, codes(alike), codes(others)])).toEqual([
    ['BU9', ['BU4'], ['BU1', 'BU3']],
    ['BU1', [], ['BU3', 'BU4']],
    ['BU8', [], ['BU2']],
  ]);
});

test('where the problem is nowhere, or only where the practice comes from, it is not offered', () => {
  const only = areas.filter(({ code }) => code === 'BU1');
  const practices = [
    { area: 'BU1', direction: 'high' },
    { area: null, direction: 'low' },
  ] as const;
  expect(offerPractices(practices, only, () => new Set())).toEqual([]);
});
