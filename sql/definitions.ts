import type { Aggregation, Derivation, Indicator, SeriesBreak } from '../geodata/indicator.ts';

/** What of the definitions a reader may be told of. */
interface Told {
  /** Keys of indicators. */
  readonly indicators: ReadonlySet<string>;
  /** The categories of the indicator, the total of its dimension among them. */
  readonly categories: ReadonlySet<string>;
}

/** The definition as if it had never spoken of what is not told. */
export function keepTold<Of extends Indicator>(indicator: Of, told: Told): Of {
  const { aggregate, derive, breaks } = indicator;
  return {
    ...indicator,
    aggregate: keepAggregation(aggregate, derive, told),
    derive: isTold(derive, told) ? derive : null,
    breaks: breaks.flatMap((own) => keepBreak(own, told)),
  };
}

function isTold(derive: Derivation | null, { indicators }: Told): boolean {
  return derive === null || (indicators.has(derive.numerator) && indicators.has(derive.denominator));
}

/** Without what it is weighed by or derived from, it cannot be added up. */
function keepAggregation(aggregate: Aggregation, derive: Derivation | null, told: Told): Aggregation {
  if (typeof aggregate === 'object') return told.indicators.has(aggregate.weightedBy) ? aggregate : 'none';
  return aggregate === 'derived' && !isTold(derive, told) ? 'none' : aggregate;
}

function keepBreak(own: SeriesBreak, told: Told): SeriesBreak[] {
  if (own.categories === null) return [own];
  const categories = own.categories.filter((category) => told.categories.has(category));
  return categories.length > 0 ? [{ ...own, categories }] : [];
}
