import { describe, expect, test } from 'vitest';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import {
  type AreaChange,
  changeOfEnds,
  nameChange,
  readAreaChange,
} from '../../../geodata/comparing/area-change.ts';
import { type ChanceTest, computeChange } from '../../../geodata/comparing/change.ts';
import { absentArea, statuses } from '../../../geodata/observation.ts';
import { writeChange } from '../../../viewer/figures/change-text.ts';
import { en } from '../../../viewer/text/en.ts';
import { nl } from '../../../viewer/text/nl.ts';

const gone = Number.NaN;

/** Areas by index: as ever, suppressed before, redrawn, recoded (was 4), the recoded one's old index. */
const from: ColumnPeriod = {
  period: '2021',
  boundaryYear: 2021,
  values: Float64Array.of(45.2, gone, gone, gone, 20),
  statuses: Uint8Array.of(0, statuses.indexOf('suppressed'), absentArea, absentArea, 0),
};
const to: ColumnPeriod = {
  period: '2024',
  boundaryYear: 2024,
  values: Float64Array.of(50.1, 7, 8, 30, gone),
  statuses: Uint8Array.of(0, 0, 0, 0, absentArea),
};
const counts = (...values: number[]) => ({
  counts: Float64Array.from(values),
  exposures: new Float64Array(values.length).fill(1),
});

function change(index: number, kind: 'absolute' | 'relative' = 'absolute', test: ChanceTest | null = null) {
  const parts = { from, to, recoded: new Map([[3, 4]]) };
  const figures = computeChange({ ...parts, kind, test });
  return readAreaChange({ ...parts, change: figures, index, test: test?.kind ?? 'none' });
}

const crimes = {
  unit: 'per 1.000 inwoners',
  decimals: 1,
  polarity: 'higher-is-worse',
  kind: 'rate',
  aggregate: 'none',
  derive: null,
  smallestDenominator: null,
} as const;

function tell(of: AreaChange, indicator: Parameters<typeof writeChange>[1]['indicator'] = crimes) {
  return writeChange(of, { indicator, from: '2021', to: '2024', text: nl, language: 'nl' });
}

describe('the change of an area', () => {
  test('has both figures, the difference and what it means', () => {
    expect(tell(change(0))).toMatchObject({
      ends: '2021: 45,2 → 2024: 50,1',
      absolute: '+4,9 per 1.000 inwoners',
      relative: '+10,8%',
      direction: 'ongunstiger',
      status: null,
    });
  });

  test('is none where a figure is not there, and says which', () => {
    expect(tell(change(1))).toMatchObject({
      ends: '2021: geheim → 2024: 7,0',
      absolute: null,
      relative: null,
      direction: null,
      chance: null,
    });
  });

  test('of a redrawn area is not compared', () => {
    expect(change(2)).toMatchObject({ isRedrawn: true, absolute: null });
    expect(tell(change(2))).toMatchObject({ ends: '2024: 8,0', absolute: null, status: 'grens gewijzigd' });
  });

  test.each(['absolute', 'relative'] as const)(
    'of a recoded area has the figure of its old code (%s)',
    (kind) => {
      const found = change(3, kind);
      expect(found.before.value).toBeCloseTo(20, 9);
      expect(found.absolute).toBeCloseTo(10, 9);
      expect(found.relative).toBeCloseTo(50, 9);
    },
  );

  test('from zero has no relative side', () => {
    const zero = { value: 0, status: 'final' } as const;
    const ends = changeOfEnds(zero, { value: 3, status: 'final' }, false);
    expect(ends).toMatchObject({ absolute: 3, relative: null, chance: { untested: 'level' } });
    expect(changeOfEnds(zero, zero, false)).toMatchObject({ absolute: 0, relative: 0 });
  });

  test('of a recoded area from below zero keeps the figure of its old code', () => {
    const deviations = {
      from: { ...from, values: Float64Array.of(0, 0, 0, gone, -0.4), statuses: from.statuses },
      to: { ...to, values: Float64Array.of(0, 0, 0, 0.4, gone), statuses: to.statuses },
      recoded: new Map([[3, 4]]),
    };
    const figures = computeChange({ ...deviations, kind: 'relative', test: null });
    expect(readAreaChange({ ...deviations, change: figures, index: 3, test: 'none' })).toMatchObject({
      before: { value: -0.4 },
      absolute: 0.8,
      relative: 200,
    });
  });
});

describe('whether a change may be chance', () => {
  /** Of the first area, where every figure has bounds so far around it. */
  function tellWithin(margin: number) {
    const around = (period: ColumnPeriod) => ({
      ...period,
      lower: period.values.map((value) => value - margin),
      upper: period.values.map((value) => value + margin),
    });
    const parts = { from: around(from), to: around(to), recoded: new Map() };
    const figures = computeChange({ ...parts, kind: 'absolute', test: { kind: 'bounds' } });
    return tell(readAreaChange({ ...parts, change: figures, index: 0, test: 'bounds' }));
  }

  test('is told with the margins of the difference', () => {
    // 4.9 ± √(5² + 5²), and 4.9 ± √(1² + 1²)
    expect(tellWithin(5)).toMatchObject({
      chance: 'Kan toeval zijn: de 95%-marges van het verschil lopen van −2,2 tot +12,0.',
      status: 'kan toeval zijn',
    });
    expect(tellWithin(1)).toMatchObject({
      chance: 'Meer dan toeval: de 95%-marges van het verschil lopen van +3,5 tot +6,3.',
      status: null,
    });
  });

  test('names Poisson for counts', () => {
    const test: ChanceTest = {
      kind: 'poisson',
      from: counts(45, gone, gone, gone, 20),
      to: counts(50, 7, 8, 30, gone),
    };
    expect(tell(change(0, 'relative', test)).chance).toBe('Kan toeval zijn (Poissontoets, 5%).');
    expect(tell(change(0, 'absolute', test)).chance).toMatch(
      /^Kan toeval zijn \(Poissontoets, 5%\): de 95%-marges/,
    );
  });

  test('says why where it was not tested', () => {
    expect(tell(change(0)).chance).toMatch(/^Niet getoetst op toeval: de bron geeft geen marges/);
    const parts = { from, to, recoded: new Map() };
    const figures = computeChange({ ...parts, kind: 'absolute', test: null });
    const off = readAreaChange({ ...parts, change: figures, index: 0, test: 'off' });
    expect(off.chance).toEqual({ untested: 'off' });
  });
});

describe('what a change means', () => {
  test.each([
    [2, 'higher-is-better', 'share', 'better'],
    [-2, 'higher-is-better', 'share', 'worse'],
    [-2, 'higher-is-worse', 'count', 'better'],
    [2, 'neutral', 'count', 'more'],
    [-2, 'neutral', 'amount', 'less'],
    [2, 'neutral', 'share', 'higher'],
    [-2, 'neutral', 'score', 'lower'],
    [0.04, 'higher-is-worse', 'rate', 'same'],
  ] as const)('%d of %s, %s: %s', (difference, polarity, kind, expected) => {
    expect(nameChange(difference, { polarity, kind, decimals: 1 })).toBe(expected);
  });

  test('is said in both languages, of shares in points', () => {
    const health = {
      unit: '%',
      decimals: 1,
      polarity: 'higher-is-better',
      kind: 'share',
      aggregate: 'none',
      derive: null,
      smallestDenominator: null,
    } as const;
    expect(tell(change(0), health)).toMatchObject({
      ends: '2021: 45,2% → 2024: 50,1%',
      absolute: '+4,9 procentpunt',
      direction: 'gunstiger',
    });
    const english = { indicator: health, from: '2021', to: '2024', text: en, language: 'en' } as const;
    expect(writeChange(change(0), english)).toMatchObject({
      ends: '2021: 45.2% → 2024: 50.1%',
      direction: 'better',
    });
  });
});
