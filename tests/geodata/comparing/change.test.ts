import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import {
  type ChangeInput,
  type ChangeKind,
  changeBetween,
  changeInSteps,
  computeChange,
} from '../../../geodata/comparing/change.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change-status.ts';
import { absentArea, reasonOf, type Status, statuses } from '../../../geodata/observation.ts';
import { runToEnd } from '../run.ts';
import { type Place, periodOf } from './chance/period.ts';

const kept = new Map<number, number>();
const code = (status: (typeof statuses)[number]) => statuses.indexOf(status);

function change(from: ColumnPeriod, to: ColumnPeriod, more: Partial<ChangeInput> = {}) {
  return computeChange({ from, to, kind: 'absolute', recoded: kept, test: null, ...more });
}

function changeOf(from: Place, to: Place, kind: ChangeKind = 'absolute') {
  const { values, statuses: codes } = change(periodOf([from]), periodOf([to]), { kind });
  return { value: values[0], status: codes[0] };
}

const absence = fc.constantFrom<Place>(null, 'suppressed', 'not-asked', 'too-few');
const figure = fc.integer({ min: -9_999, max: 9_999 }).map((tenths) => tenths / 10);
const place = fc.oneof(figure, absence);

describe('a change', () => {
  test('of many areas pauses, and comes to the same', () => {
    const values = Array.from({ length: 1800 }, (_, index) => (index * 37) % 501);
    const [from, to] = [periodOf(values), periodOf(values.map((value, index) => value + (index % 9)))];
    const input: ChangeInput = { from, to, kind: 'absolute', recoded: kept, test: null };
    const { result, progress } = runToEnd(changeInSteps(input));
    expect(result).toEqual(computeChange(input));
    expect(progress.length).toBeGreaterThan(2);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
  });

  test('is that of the later period, in its boundaries', () => {
    const from = periodOf([1], { period: '2021', boundaryYear: 2021 });
    expect(change(from, periodOf([3]))).toMatchObject({ period: '2024', boundaryYear: 2024 });
  });

  test('is a difference, or per cents of the first value without its sign', () => {
    expect(changeOf(40, 50)).toEqual({ value: 10, status: code('final') });
    expect(changeOf(40, 50, 'relative')).toEqual({ value: 25, status: code('final') });
    expect(changeOf(-40, -50, 'relative')).toEqual({ value: -25, status: code('final') });
  });

  test('has no dust of binary fractions', () => {
    expect(changeOf(0.1, 0.3).value).toBe(0.2);
    expect(changeOf(12.1, 12.3).value).toBe(0.2);
    expect(changeOf(1_234_567_890, 1_234_567_891).value).toBe(1);
  });

  test('from 0 has no per cents, but for 0 to 0', () => {
    expect(changeOf(0, 5, 'relative')).toEqual({ value: Number.NaN, status: code('missing') });
    expect(changeOf(0, 0, 'relative')).toEqual({ value: 0, status: code('final') });
  });

  test('has no value where a side has none, and says why as all that is computed does', () => {
    fc.assert(
      fc.property(place, place, fc.constantFrom<ChangeKind>('absolute', 'relative'), (from, to, kind) => {
        const { value, status } = changeOf(from, to, kind);
        const absent = [to, from].flatMap((each): Status[] =>
          typeof each === 'number' ? [] : [each === null || each === 'absent' ? 'missing' : each],
        );
        if (absent.length === 0) return;
        const reason = reasonOf(absent);
        expect({ value, status }).toEqual({ value: Number.NaN, status: statuses.indexOf(reason) });
      }),
    );
  });

  test('is as sure as the least sure of its two figures', () => {
    const valued = ['final', 'provisional', 'estimated'] as const;
    for (const [one, before] of valued.entries())
      for (const [two, after] of valued.entries()) {
        const from = periodOf([1], { statuses: Uint8Array.of(code(before)) });
        const to = periodOf([2], { statuses: Uint8Array.of(code(after)) });
        expect(change(from, to).statuses[0]).toBe(code(valued[Math.max(one, two)] ?? 'missing'));
      }
  });

  test('mirrors when its periods are swapped', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 1 }), (pairs) => {
        const one = periodOf(pairs.map(([before]) => before));
        const other = periodOf(pairs.map(([, after]) => after));
        const there = [...change(one, other).values];
        expect([...change(other, one).values]).toEqual(there.map((value) => 0 - value));
      }),
    );
  });
});

describe('an area', () => {
  test('that the later year does not have stays absent', () => {
    const { statuses: codes, values } = change(periodOf([4]), periodOf(['absent']));
    expect([codes[0], values[0]]).toEqual([absentArea, Number.NaN]);
  });

  test('that was redrawn or is new is not compared, whatever its figure', () => {
    for (const to of [7, null, 'suppressed'] as const)
      expect(changeOf('absent', to)).toEqual({ value: Number.NaN, status: boundaryChanged });
  });

  test('that has another code on the same ground is compared with what it was', () => {
    const from = periodOf([4, 'absent', 'absent']);
    const to = periodOf(['absent', 9, 6]);
    const { values, statuses: codes } = change(from, to, { recoded: new Map([[1, 0]]) });
    expect([...values]).toEqual([Number.NaN, 5, Number.NaN]);
    expect([...codes]).toEqual([absentArea, code('final'), boundaryChanged]);
  });

  test('whose former index the earlier year does not have either is not compared', () => {
    const to = periodOf(['absent', 9]);
    const { statuses: codes } = change(periodOf(['absent', 'absent']), to, { recoded: new Map([[1, 0]]) });
    expect(codes[1]).toBe(boundaryChanged);
  });
});

/** Figures with bounds so far below and above them. */
function bounded(values: readonly Place[], margin: readonly number[]): ColumnPeriod {
  const period = periodOf(values);
  return {
    ...period,
    lower: period.values.map((value, index) => value - (margin[index] ?? Number.NaN)),
    upper: period.values.map((value, index) => value + (margin[index] ?? Number.NaN)),
  };
}

describe('with bounds a change', () => {
  const test95: ChangeInput['test'] = { kind: 'bounds' };

  test('is within chance where the interval of the difference holds 0', () => {
    // √(3² + 4²) = 5: a difference of 5 is just within chance, one of 5.1 is not.
    const made = change(bounded([50, 50], [3, 3]), bounded([55, 55.1], [4, 4]), { test: test95 });
    expect([...made.statuses]).toEqual([withinChance, code('final')]);
    expect([...made.values]).toEqual([5, 5.1]);
    expect(made.lower?.[1]).toBeCloseTo(0.1, 9);
    expect(made.upper?.[1]).toBeCloseTo(10.1, 9);
  });

  test('takes of bounds that lean the sides that face each other', () => {
    const from = { ...periodOf([50]), lower: Float64Array.of(30), upper: Float64Array.of(51) };
    const to = { ...periodOf([55]), lower: Float64Array.of(54), upper: Float64Array.of(75) };
    expect(change(from, to, { test: test95 }).statuses[0]).toBe(code('final'));
    expect(change(to, from, { test: test95 }).statuses[0]).toBe(code('final'));
  });

  test('is not judged for an area without bounds', () => {
    const made = change(bounded([50], [3]), bounded([51], [Number.NaN]), { test: test95 });
    expect([made.statuses[0], made.lower?.[0]]).toEqual([code('final'), Number.NaN]);
  });

  test('has no bounds of its own where it is relative, and is judged all the same', () => {
    const made = change(bounded([50], [3]), bounded([55], [4]), { test: test95, kind: 'relative' });
    expect(made).not.toHaveProperty('lower');
    expect([made.statuses[0], made.values[0]]).toEqual([withinChance, 10]);
  });
});

/** Counts as both the figures and what is tested. */
function poissonOf(
  from: readonly Place[],
  to: readonly Place[],
  exposures: readonly [number, number] = [1, 1],
) {
  const [before, after] = [periodOf(from), periodOf(to)];
  const countsOf = ({ values }: ColumnPeriod, exposure: number) => ({
    counts: values,
    exposures: values.map(() => exposure),
  });
  return change(before, after, {
    test: { kind: 'poisson', from: countsOf(before, exposures[0]), to: countsOf(after, exposures[1]) },
  });
}

describe('with counts a change', () => {
  test('is within chance where the exact test of two rates does not tell them apart', () => {
    // R: poisson.test(c(10, 21), c(1, 1))$p.value is 0.0708; c(10, 23) 0.0351; c(0, 5) 0.0625; c(0, 6) 0.03125.
    const made = poissonOf([10, 10, 0, 0], [21, 23, 5, 6]);
    expect([...made.statuses]).toEqual([withinChance, code('final'), withinChance, code('final')]);
    expect([...made.values]).toEqual([11, 13, 5, 6]);
  });

  test('is judged by what was counted over', () => {
    expect(poissonOf([100], [200], [1, 2]).statuses[0]).toBe(withinChance);
    expect(poissonOf([100], [200], [1, 1]).statuses[0]).toBe(code('final'));
  });

  test('has an interval that holds the difference', () => {
    const made = poissonOf([100, null], [130, 5]);
    expect(made.lower?.[0]).toBeLessThan(30);
    expect(made.upper?.[0]).toBeGreaterThan(30);
    expect(made.lower?.[1]).toBeNaN();
  });

  test('is not judged where a number is no count, or its exposure is unknown or 0', () => {
    for (const made of [
      poissonOf([1.5], [1.6]),
      poissonOf([1], [2], [Number.NaN, 1]),
      poissonOf([1], [2], [0, 1]),
    ])
      expect(made.statuses[0]).toBe(code('final'));
  });

  test('keeps to the lines of status: what has no value is never within chance', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place)), (pairs) => {
        const made = poissonOf(
          pairs.map(([before]) => before),
          pairs.map(([, after]) => after),
        );
        made.statuses.forEach((status, index) => {
          if (status === withinChance) expect(made.values[index]).not.toBeNaN();
        });
      }),
    );
  });
});

test('what did not change is never more than chance', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.nat(40),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (count, margin, exposure) => {
        expect(poissonOf([count], [count], [exposure, 1]).statuses[0]).toBe(withinChance);
        const figures = bounded([count], [margin]);
        expect(change(figures, figures, { test: { kind: 'bounds' } }).statuses[0]).toBe(withinChance);
      },
    ),
  );
});

test('a difference is one computation, with a reference below zero too', () => {
  expect(changeBetween(50, 60, 'absolute')).toBe(10);
  expect(changeBetween(50, 60, 'relative')).toBe(20);
  expect(changeBetween(-0.4, -0.2, 'relative')).toBe(50);
  expect(changeBetween(-0.4, 0.4, 'relative')).toBe(200);
  expect(changeBetween(0, 0, 'relative')).toBe(0);
  expect(changeBetween(0, 60, 'relative')).toBeNaN();
  expect(changeBetween(Number.NaN, 60, 'absolute')).toBeNaN();
});
