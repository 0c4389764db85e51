import { expect } from 'vitest';
import { classOf } from '../../../geodata/classes/classed.ts';

/** Sum of squared distances of the values to the mean of their class. */
export function squaresWithin(values: ArrayLike<number>, breaks: readonly number[]): number {
  const classes = new Map<number, number[]>();
  for (const value of Array.from(values)) {
    const index = classOf(value, breaks);
    const members = classes.get(index);
    if (members) members.push(value);
    else classes.set(index, [value]);
  }
  return [...classes.values()].reduce((sum, members) => sum + squaresOf(members), 0);
}

function squaresOf(members: readonly number[]): number {
  const [first = 0] = members;
  const mean = first + members.reduce((sum, value) => sum + value - first, 0) / members.length;
  return members.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** Expects as many numbers, each within a millionth of the expected one. */
export function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, number] of found.entries()) {
    const wanted = expected[i] ?? Number.NaN;
    expect(Math.abs(number - wanted)).toBeLessThanOrEqual(1e-6 * Math.max(Math.abs(wanted), 1e-6));
  }
}
