import { describe, expect, test } from 'vitest';
import { chooseChanceTest } from '../../../../geodata/comparing/change.ts';
import { indicators } from '../../../../geodata/demo/indicators.ts';
import { countIndicator } from '../../../setup/indicator.ts';

const inhabitants = countIndicator('inwoners', { unit: 'personen' });
const elderly = countIndicator('personen-65-plus', { unit: 'personen' });
const crimes = countIndicator('misdrijven', { unit: 'misdrijven' });
const crimeRate = countIndicator('misdrijven-per-1000', {
  kind: 'rate',
  aggregate: 'derived',
  derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
});
const share = countIndicator('aandeel-65-plus', { kind: 'share', aggregate: { weightedBy: 'inwoners' } });
const catalog = [inhabitants, elderly, crimes, crimeRate, share];

describe('the test of chance', () => {
  test('is that of the bounds wherever both periods have them', () => {
    for (const indicator of catalog) expect(chooseChanceTest(indicator, catalog, true)).toBe('bounds');
  });

  test('is that of Poisson for counts of events and rates of them', () => {
    expect(chooseChanceTest(crimes, catalog, false)).toBe('poisson');
    expect(chooseChanceTest(crimeRate, catalog, false)).toBe('poisson');
  });

  test('is none for a stock, what is part of one, and what is no count', () => {
    for (const indicator of [inhabitants, elderly, share])
      expect(chooseChanceTest(indicator, catalog, false), indicator.key).toBeNull();
  });

  test('is none for a weight, as for a denominator', () => {
    expect(chooseChanceTest(inhabitants, [inhabitants, share], false)).toBeNull();
    expect(chooseChanceTest(inhabitants, [inhabitants, crimeRate, crimes], false)).toBeNull();
  });

  test('is none for a rate of a stock, of a score, or of what is not in the catalog', () => {
    const households = countIndicator('huishoudens', { unit: 'huishoudens' });
    const rateOf = (numerator: string) => ({
      ...crimeRate,
      key: `${numerator}-per-1000`,
      derive: { numerator, denominator: 'inwoners', factor: 1000 },
    });
    const weighed = countIndicator('grootte', { kind: 'score', aggregate: { weightedBy: 'huishoudens' } });
    const all = [...catalog, households, weighed, rateOf('huishoudens'), rateOf('grootte')];
    expect(chooseChanceTest(rateOf('huishoudens'), all, false)).toBeNull();
    expect(chooseChanceTest(rateOf('grootte'), all, false)).toBeNull();
    expect(chooseChanceTest(crimeRate, [inhabitants, crimeRate], false)).toBeNull();
  });

  test('takes a count for events where a rate is made of it, though its unit is that of a stock', () => {
    const unit = 'aantal';
    const all = [{ ...inhabitants, unit }, { ...crimes, unit }, crimeRate];
    expect(chooseChanceTest({ ...crimes, unit }, all, false)).toBe('poisson');
  });

  test('of the demonstration region is Poisson for what is registered, and none for its background', () => {
    const tested = indicators.filter((each) => chooseChanceTest(each, indicators, false) === 'poisson');
    expect(tested.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['misdrijven', 'misdrijven-per-1000', 'woninginbraken-per-1000', 'branden']),
    );
    expect(tested.filter(({ theme }) => theme.startsWith('achtergrond'))).toEqual([]);
  });
});
