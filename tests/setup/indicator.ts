import type { Indicator } from '../../geodata/indicator.ts';

/** An indicator of counts that are added up, with what a test says otherwise. */
export function countIndicator(key: string, other: Partial<Indicator> = {}): Indicator {
  return {
    key,
    name: { nl: key, en: key },
    theme: 'leefomgeving.objectief',
    unit: 'aantal',
    kind: 'count',
    decimals: 0,
    polarity: 'neutral',
    aggregate: 'sum',
    derive: null,
    smallestDenominator: null,
    dimension: null,
    survey: null,
    breaks: [],
    ...other,
  };
}
