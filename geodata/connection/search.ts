import { decodeColumn } from '../columns/column.ts';
import type { Correlation, CorrelationMethod } from '../statistics/correlation.ts';
import { rankCrossConnections } from '../statistics/cross-connections.ts';
import { chooseFigures, type LeftOut, type Match, matchFigures, type PeriodFigures } from './match.ts';

/** An indicator to hold beside the one that is asked about: its column, as it was sent. */
export interface SearchedColumn {
  readonly address: string;
  readonly bytes: Uint8Array;
  /** Whether the two go together by the way they are made: ranked, and corrected for tries, apart from the others. */
  readonly isRelated: boolean;
}

export interface ConnectionSearch {
  readonly subject: PeriodFigures;
  readonly others: readonly SearchedColumn[];
  /** Column of the inhabitants, where areas count by them. */
  readonly weights: Uint8Array | null;
  readonly method: CorrelationMethod;
}

/** What was found of one other indicator. */
export interface Connection extends Omit<Correlation, 'leftOut'> {
  readonly address: string;
  /** The period that was nearest, and its boundaries. */
  readonly period: string;
  readonly boundaryYear: number;
  /** Corrected for the number of indicators that were tried. */
  readonly corrected: number;
  /** Areas that take no part, by the reason. */
  readonly leftOut: LeftOut;
}

/** Both the strongest first; what cannot be computed last. */
export interface FoundConnections {
  readonly independent: readonly Connection[];
  readonly related: readonly Connection[];
}

interface Candidate extends Pick<Connection, 'address' | 'period' | 'boundaryYear'> {
  readonly match: Match;
  readonly isRelated: boolean;
}

/** Decoding takes most of the time. */
const decodingShare = 0.8;

/**
 * What goes together with an indicator over the areas of one level: its correlation with every other, each in the period
 * nearest to its own. A column without figures is no try. Yields the share that is done, after every column.
 */
export function* searchConnections(search: ConnectionSearch): Generator<number, FoundConnections> {
  const { subject, others, method } = search;
  const weights = readWeights(search.weights, subject);
  const candidates: Candidate[] = [];
  let read = 0;
  for (const { address, bytes, isRelated } of others) {
    const figures = chooseFigures(decodeColumn(bytes).periods, subject);
    if (figures) {
      const { period, boundaryYear } = figures;
      const match = matchFigures(subject, figures, weights);
      candidates.push({ address, period, boundaryYear, match, isRelated });
    }
    read += 1;
    yield (decodingShare * read) / others.length;
  }
  const rank = (isRelated: boolean) =>
    rankCandidates(
      subject,
      candidates.filter((each) => each.isRelated === isRelated),
      method,
      weights?.values,
    );
  const independent = yield* rank(false);
  const related = yield* rank(true);
  return { independent, related };
}

/** The weights nearest in time; undefined where every area counts as much. Throws RangeError for weights without figures. */
export function readWeights(bytes: Uint8Array | null, subject: PeriodFigures): PeriodFigures | undefined {
  if (!bytes) return undefined;
  const found = chooseFigures(decodeColumn(bytes).periods, subject);
  if (!found) throw new RangeError('The column of weights has no figures');
  return found;
}

function* rankCandidates(
  subject: PeriodFigures,
  candidates: readonly Candidate[],
  method: CorrelationMethod,
  weights: Float64Array | undefined,
): Generator<number, Connection[]> {
  const ranking = rankCrossConnections({
    one: knownValues(subject),
    others: candidates.map(({ match }) => match.other),
    method,
    ...(weights && { weights }),
  });
  for (;;) {
    const step = ranking.next();
    if (!step.done) {
      yield decodingShare + (1 - decodingShare) * step.value;
      continue;
    }
    return step.value.flatMap(({ other, ...correlation }) => {
      const candidate = candidates[other];
      if (!candidate) return [];
      const { address, period, boundaryYear, match } = candidate;
      return [{ ...correlation, address, period, boundaryYear, leftOut: match.leftOut }];
    });
  }
}

/** The figures that may be used; the values of the others are never looked at. */
function knownValues(subject: PeriodFigures): Float64Array {
  return matchFigures(subject, subject).one;
}
