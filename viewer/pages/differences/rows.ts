import {
  type Comparison,
  type UntestableReason,
  untestableReasons,
  verdicts,
} from '../../../geodata/comparing/chance/findings.ts';

/** One area that was held against the reference. */
export interface DifferenceRow {
  readonly code: string;
  readonly name: string;
  readonly value: number;
  /** From the reference, with its 95% interval. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** Corrected for the number of areas. */
  readonly p: number;
  readonly side: 'higher' | 'lower';
  /** Whether the figure stands on so few cases that it may mislead. */
  readonly isSmall: boolean;
}

/** What is found by holding every area against the reference. */
export interface Findings {
  /** Those that differ by more than chance, the largest differences first. */
  readonly rows: readonly DifferenceRow[];
  readonly tested: number;
  readonly notDifferent: number;
  /** How many could not be tested, by the reason. */
  readonly untested: ReadonlyMap<UntestableReason, number>;
}

interface Named {
  readonly code: string;
  readonly name: string;
  readonly index: number;
}

/** Lists what a comparison found, for the areas that there are. `values` are the figures by area index. */
export function listFindings(
  comparison: Comparison,
  values: ArrayLike<number>,
  areas: Iterable<Named>,
): Findings {
  const rows: DifferenceRow[] = [];
  const untested = new Map<UntestableReason, number>();
  let notDifferent = 0;
  for (const { code, name, index } of areas) {
    const verdict = verdicts[comparison.verdicts[index] ?? 0];
    if (verdict === 'not-different') notDifferent++;
    else if (verdict === 'higher' || verdict === 'lower')
      rows.push(describeRow({ code, name, index }, verdict, comparison, values));
    else {
      const reason = untestableReasons[comparison.reasons[index] ?? 0] ?? 'no-figure';
      untested.set(reason, (untested.get(reason) ?? 0) + 1);
    }
  }
  rows.sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
  return { rows, tested: comparison.tested, notDifferent, untested };
}

function describeRow(
  { code, name, index }: Named,
  side: DifferenceRow['side'],
  comparison: Comparison,
  values: ArrayLike<number>,
): DifferenceRow {
  return {
    code,
    name,
    side,
    value: values[index] ?? Number.NaN,
    difference: comparison.differences[index] ?? Number.NaN,
    lower: comparison.lower[index] ?? Number.NaN,
    upper: comparison.upper[index] ?? Number.NaN,
    p: comparison.corrected[index] ?? Number.NaN,
    isSmall: comparison.smallNumbers[index] === 1,
  };
}
