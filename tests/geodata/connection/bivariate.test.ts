import { describe, expect, test } from 'vitest';
import { encodeColumn } from '../../../geodata/columns/column.ts';
import { boundaryChanged } from '../../../geodata/comparing/change-status.ts';
import { mapPair, spreadClass } from '../../../geodata/connection/bivariate.ts';
import { noKind } from '../../../geodata/connection/clusters.ts';
import { absentArea, statuses } from '../../../geodata/observation.ts';
import { runToEnd } from '../run.ts';

const size = 90;
const [suppressed, missing] = [statuses.indexOf('suppressed'), statuses.indexOf('missing')];

function figuresOf(valueAt: (index: number) => number, codes: Record<number, number> = {}) {
  return {
    period: '2024',
    boundaryYear: 2024,
    values: Float64Array.from({ length: size }, (_, index) => (codes[index] ? Number.NaN : valueAt(index))),
    statuses: Uint8Array.from({ length: size }, (_, index) => codes[index] ?? 0),
  };
}

function sort(subject: ReturnType<typeof figuresOf>, other: ReturnType<typeof figuresOf>) {
  const column = {
    indicator: 'other',
    level: 'district',
    unit: '%',
    scale: 10,
    size,
    periods: [other],
  } as const;
  const input = { subject, other: encodeColumn(column), decimals: { x: 0, y: 0 } };
  const { result } = runToEnd(mapPair(input));
  if (!result) throw new Error('There are figures.');
  return result;
}

describe('two indicators on one map', () => {
  test('sort areas into thirds of each, by both', () => {
    const { kinds, breaks } = sort(
      figuresOf((index) => index),
      figuresOf((index) => 100 - index),
    );
    expect(breaks.x).toHaveLength(2);
    expect([kinds[0], kinds[45], kinds[89]]).toEqual([6, 4, 2]);
    const counts = [2, 4, 6].map((kind) => kinds.filter((each) => each === kind).length);
    for (const count of counts) expect(Math.abs(count - 30)).toBeLessThanOrEqual(2);
  });

  test('say why an area has no colour, and look at no figure that is kept secret', () => {
    const subject = figuresOf((index) => index, { 3: suppressed, 5: absentArea });
    const other = figuresOf((index) => index, { 4: missing, 6: absentArea, 5: 0 });
    const found = sort(subject, other);
    expect([...found.statuses.slice(2, 8)]).toEqual([0, suppressed, missing, absentArea, boundaryChanged, 0]);
    for (const index of [3, 4, 5, 6]) expect(found.kinds[index]).toBe(noKind);
    const hidden = { ...subject, values: subject.values.with(3, 1e9) };
    expect(sort(hidden, other)).toEqual(found);
  });

  test('keep the outer colours where there are two classes, and the middle where there is one', () => {
    expect([spreadClass(0, 3), spreadClass(1, 3), spreadClass(2, 3)]).toEqual([0, 1, 2]);
    expect([spreadClass(0, 2), spreadClass(1, 2), spreadClass(0, 1)]).toEqual([0, 2, 1]);
    const { kinds } = sort(
      figuresOf(() => 7),
      figuresOf((index) => index % 2),
    );
    expect(new Set(kinds)).toEqual(new Set([1, 7]));
  });
});
