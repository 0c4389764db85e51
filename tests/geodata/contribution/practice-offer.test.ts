import { expect, test } from 'vitest';
import { offerPractices } from '../../../geodata/contribution/practice-offer.ts';

const areas = [
  { code: 'BU1', side: 'higher' },
  { code: 'BU2', side: 'lower' },
  { code: 'BU3', side: 'higher' },
  { code: 'BU4', side: 'higher' },
] as const;
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

test('a practice is offered in exactly the areas that differ in its direction, areas like its own first, then who was earlier', () => {
  const peers = new Map([['BU9', new Set(['BU4', 'BU2'])]]);
  const offers = offerPractices(
    [
      { area: 'BU1', direction: 'high', beganOn: '2024-02-01' },
      { area: 'BU9', direction: 'high', beganOn: '2025-02-01' },
      { area: 'BU8', direction: 'low', beganOn: '2023-02-01' },
    ],
    areas,
    (code) => peers.get(code) ?? new Set(),
  );
  expect(offers.map(({ practice, alike, others }) => [practice.area, codes(alike), codes(others)])).toEqual([
    ['BU9', ['BU4'], ['BU1', 'BU3']],
    ['BU8', [], ['BU2']],
    ['BU1', [], ['BU3', 'BU4']],
  ]);
});

test('where the problem is nowhere, or only where the practice comes from, it is not offered', () => {
  const only = areas.filter(({ code }) => code === 'BU1');
  const practices = [
    { area: 'BU1', direction: 'high', beganOn: '2024-02-01' },
    { area: null, direction: 'low', beganOn: '2023-02-01' },
  ] as const;
  expect(offerPractices(practices, only, () => new Set())).toEqual([]);
});
