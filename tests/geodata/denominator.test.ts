import { expect, test } from 'vitest';
import { chooseSmallestDenominator, denominatorOf, isTooFew } from '../../geodata/denominator.ts';
import type { Indicator } from '../../geodata/indicator.ts';

type Divided = Pick<Indicator, 'kind' | 'unit' | 'aggregate' | 'derive'>;

const rate: Divided = { kind: 'rate', unit: 'per 1.000 inwoners', aggregate: 'none', derive: null };
const derived = (denominator: string): Divided => ({
  ...rate,
  derive: { numerator: 'misdrijven', denominator, factor: 1000 },
});
const share: Divided = { kind: 'share', unit: '%', aggregate: { weightedBy: 'huishoudens' }, derive: null };

test('what a figure is divided by is told by its derivation, its weight or the unit of a rate', () => {
  expect(denominatorOf(derived('bevolking'))).toBe('bevolking');
  expect(denominatorOf({ ...share })).toBe('huishoudens');
  expect(denominatorOf(rate)).toBe('inwoners');
  expect(denominatorOf({ ...rate, unit: 'per 10.000 huishoudens' })).toBe('huishoudens');
  expect(denominatorOf({ ...rate, unit: 'per km²' })).toBeNull();
  expect(denominatorOf({ ...rate, kind: 'count', aggregate: 'sum' })).toBeNull();
});

test('a rate of people needs a hundred of them; nothing else does unless it is said', () => {
  expect(chooseSmallestDenominator(rate, undefined)).toBe(100);
  expect(chooseSmallestDenominator(derived('bevolking'), 'personen')).toBe(100);
  expect(chooseSmallestDenominator({ ...derived('oppervlakte'), unit: 'per ha' }, 'ha')).toBeNull();
  expect(chooseSmallestDenominator(share, 'huishoudens')).toBeNull();
  expect(chooseSmallestDenominator(share, 'huishoudens', 50)).toBe(50);
  expect(chooseSmallestDenominator(rate, undefined, 250)).toBe(250);
  expect(chooseSmallestDenominator(rate, undefined, null)).toBeNull();
  expect(chooseSmallestDenominator({ ...rate, kind: 'count' }, 'personen', 250)).toBeNull();
});

test('so many as the smallest are enough, and what is not known is not too few', () => {
  const limit = { smallestDenominator: 100 };
  expect([0, 99, 99.9, 100, null].map((people) => isTooFew(limit, people))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(isTooFew({ smallestDenominator: null }, 0)).toBe(false);
});
