import { testDifference } from '../../statistics/interval.ts';
import type { References } from '../references.ts';
import type { ComparedFigures, Findings, ReferenceTest } from './findings.ts';

/**
 * A figure whose standard error is more than this share of it is too uncertain to be told as a fact: the limit that the
 * National Center for Health Statistics has long used (R.J. Klein and others, "Healthy People 2010 criteria for data
 * suppression", 2002). The standard error is half the width of the 95% interval ÷ 1.96.
 */
const greatestRelativeError = 0.3;
const standardErrorsWide = 2 * 1.959963984540054;

/**
 * The difference of a survey figure from its reference, by MOVER on the bounds of both (see `subtractEstimates`), a
 * reference without bounds being taken as known. Assumes separate samples; where the area is a part of its reference the
 * interval is wider than it need be, so that a difference found is one.
 */
export function createBoundsTest(figures: ComparedFigures, references: References): ReferenceTest {
  const { values, lower, upper } = figures;
  return {
    method: 'survey',
    test(index, reference, findings) {
      const [value, low, high] = [at(values, index), at(lower, index), at(upper, index)];
      const other = at(references.values, reference);
      const below = knownOr(at(references.lower, reference), other);
      const above = knownOr(at(references.upper, reference), other);
      const difference = value - other;
      findings.differences[index] = difference;
      if (!(high > low)) return 'no-bounds';
      findings.smallNumbers[index] =
        high - low > greatestRelativeError * standardErrorsWide * Math.abs(value) ? 1 : 0;
      writeInterval(
        findings,
        index,
        Math.hypot(value - low, above - other),
        Math.hypot(high - value, other - below),
      );
      findings.p[index] = testDifference({
        value: difference,
        lower: at(findings.lower, index),
        upper: at(findings.upper, index),
      });
      return 'tested';
    },
  };
}

/** Bounds at these distances below and above the difference that was found. */
export function writeInterval(findings: Findings, index: number, below: number, above: number): void {
  const difference = at(findings.differences, index);
  findings.lower[index] = difference - below;
  findings.upper[index] = difference + above;
}

export function at(list: Float64Array | undefined, index: number): number {
  return list?.[index] ?? Number.NaN;
}

function knownOr(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}
