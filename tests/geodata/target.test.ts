import { expect, test } from 'vitest';
import { explainImpossible, findTarget, type Target } from '../../geodata/target.ts';

function target(municipality: string, period: string, value: number): Target {
  const source = { title: 'Veiligheidsplan', url: null };
  return { municipality, indicator: 'misdrijven', period, value, source };
}

const targets = [
  target('GM0153', '2026', 40),
  target('GM0141', '2024', 99),
  target('GM0153', '2022', 50),
  target('GM0153', '2024', 45),
];
const valueAt = (period: string, municipality = 'GM0153') => findTarget(targets, municipality, period)?.value;

test('the target of the first year from the period on counts, whatever their order, and after the last that one', () => {
  expect(['2016', '2022', '2023', '2024', '2025', '2026', '2031'].map((period) => valueAt(period))).toEqual([
    50, 50, 45, 45, 40, 40, 40,
  ]);
  expect(valueAt('2024-Q4')).toBe(45);
  expect(valueAt('2025-W01')).toBe(40);
  expect(valueAt('2023-06')).toBe(45);
});

test('a target is one municipality’s alone', () => {
  expect(valueAt('2026', 'GM0141')).toBe(99);
  expect(valueAt('2024', 'GM0147')).toBeUndefined();
  expect(findTarget([], 'GM0153', '2024')).toBeUndefined();
});

test('what no figure of a kind can be is explained, and nothing else', () => {
  expect(explainImpossible(100.1, 'share')).toBe('a share lies between 0 and 100, which 100.1 does not');
  expect(explainImpossible(-0.1, 'share')).toContain('between 0 and 100');
  expect(explainImpossible(-1, 'count')).toBe('a count cannot be -1');
  expect(explainImpossible(-1, 'rate')).toBe('a rate cannot be -1');
  expect(explainImpossible(-1, 'score')).toBeNull();
  expect(explainImpossible(-1, 'amount')).toBeNull();
  for (const [value, kind] of [
    [0, 'share'],
    [100, 'share'],
    [0, 'count'],
    [1200, 'rate'],
  ] as const)
    expect(explainImpossible(value, kind)).toBeNull();
});
