import { type Correlation, type CorrelationMethod, correlate, rankList } from './correlation.ts';
import { correctForTries } from './false-discovery.ts';

export interface CrossConnection extends Correlation {
  /** Index in the list of others. */
  readonly other: number;
  /** Corrected for the number of indicators that were tried. */
  readonly corrected: number;
}

export interface CrossConnectionInput {
  readonly one: Float64Array;
  readonly others: readonly Float64Array[];
  readonly method: CorrelationMethod;
  /** Inhabitants, say; without them every area counts as much. */
  readonly weights?: Float64Array;
}

/**
 * What goes together with an indicator: its correlation with every other, the strongest first whatever its sign, corrected
 * for the number of tries (Benjamini-Hochberg). What cannot be computed comes last. Yields the share that is done (0 to 1)
 * after each, so that whoever runs it can pause or stop. See `correlate`.
 */
export function* rankCrossConnections({
  one,
  others,
  method,
  weights,
}: CrossConnectionInput): Generator<number, CrossConnection[]> {
  const ranked = rankList(one);
  const found: Correlation[] = [];
  for (const other of others) {
    found.push(correlate(ranked, rankList(other), method, weights));
    yield found.length / others.length;
  }
  const corrected = correctForTries(Float64Array.from(found, ({ p }) => p));
  const strengthOf = ({ value }: Correlation) => (Number.isNaN(value) ? -1 : Math.abs(value));
  return found
    .map((each, other) => ({ ...each, other, corrected: corrected[other] ?? Number.NaN }))
    .sort((a, b) => strengthOf(b) - strengthOf(a));
}
