import { describe, expect, test } from 'vitest';
import { findPopulation } from '../../../geodata/connection/population.ts';
import { relate } from '../../../geodata/connection/relation.ts';
import type { Indicator } from '../../../geodata/indicator.ts';
import { countIndicator } from '../../setup/indicator.ts';

function define(key: string, more: Partial<Indicator> = {}): Indicator {
  return countIndicator(key, { unit: '%', kind: 'share', decimals: 1, aggregate: 'none', ...more });
}

const over = (numerator: string, denominator: string) => ({
  derive: { numerator, denominator, factor: 1000 },
});
const definitions = [
  define('inwoners', { kind: 'count', unit: 'personen' }),
  define('huishoudens', { kind: 'count', unit: 'huishoudens' }),
  define('misdrijven', { kind: 'count', unit: 'misdrijven' }),
  define('misdrijven/1.1.1', { kind: 'count', unit: 'misdrijven' }),
  define('misdrijven-per-1000', over('misdrijven', 'inwoners')),
  define('inbraken-per-1000', over('misdrijven/1.1.1', 'huishoudens')),
  define('branden-per-1000', over('branden', 'inwoners')),
  define('index', over('misdrijven-per-1000', 'drukte')),
  define('woz-waarde', { aggregate: { weightedBy: 'inwoners' } }),
];
const find = (address: string) => definitions.find(({ key }) => key === address);

describe('indicators that are related by their making', () => {
  test.each([
    ['misdrijven', 'misdrijven/1.1.1', 'items'],
    ['misdrijven-per-1000', 'misdrijven', 'derived'],
    ['misdrijven-per-1000', 'inwoners', 'derived'],
    ['misdrijven/1.1.1', 'misdrijven-per-1000', 'derived'],
    ['index', 'inwoners', 'derived'],
    ['misdrijven-per-1000', 'inbraken-per-1000', 'numerator'],
    ['misdrijven-per-1000', 'branden-per-1000', 'denominator'],
    ['misdrijven', 'huishoudens', 'counts'],
    ['misdrijven-per-1000', 'woz-waarde', null],
    ['misdrijven', 'woz-waarde', null],
  ] as const)('%s and %s: %s', (one, other, relation) => {
    const [a, b] = [find(one), find(other)];
    if (!a || !b) throw new Error('Both are defined.');
    expect(relate(a, b, find)).toBe(relation);
    expect(relate(b, a, find)).toBe(relation);
  });

  test('a chain that comes back to itself ends', () => {
    const circle = [define('a', over('b', 'c')), define('b', over('a', 'c'))];
    const lookUp = (address: string) => circle.find(({ key }) => key === address);
    expect(relate(circle[0] as Indicator, define('d', over('x', 'y')), lookUp)).toBeNull();
  });
});

test('inhabitants are the count of people that most others are weighted by or divided by', () => {
  const old = define('ouderen', { kind: 'count', unit: 'personen' });
  expect(findPopulation([old, ...definitions])?.key).toBe('inwoners');
  expect(findPopulation([old, define('huishoudens', { kind: 'count' })])).toBeUndefined();
});
