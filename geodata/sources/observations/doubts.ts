import type { Kind } from '../../indicator.ts';
import type { Observation } from '../../observation.ts';
import type { Repair } from '../boundaries/repair.ts';
import type { ObservationResource } from '../package/resource.ts';

/** So many times the middle figure of its indicator and period is more than areas of one level differ. */
const farFromMiddle = 1_000;
/** So many times the middle figures of the other periods is more than an indicator changes. */
const farFromPeriods = 100;
/** A rate that no number of events among people, homes or households gives. */
const largestRate = 1_000_000;
/** Fewer figures than this have no middle. */
const fewest = 4;

interface Group {
  readonly indicator: string;
  readonly period: string;
  readonly figures: { readonly area: string; readonly value: number }[];
}

/**
 * Names figures that may be right and are far from what can be expected, a line a sort: a figure 1,000 times the middle
 * one of its indicator and period (of amounts and scores also a thousandth of it), a period 100 times or a hundredth of
 * the others, a rate of millions, shares that all lie between 0 and 1.
 */
export function listDoubts(observations: readonly Observation[], resource: ObservationResource): Repair[] {
  const kinds = new Map(
    resource.fields.flatMap(({ indicator, kind }) => (indicator && kind ? [[indicator, kind]] : [])),
  );
  const groups = groupFigures(observations);
  const kindOf = ({ indicator }: Group): Kind => kinds.get(indicator.split('/')[0] ?? '') ?? 'score';
  const doubts = [...groups.flatMap((group) => doubtFigures(group, kindOf(group))), ...doubtPeriods(groups)];
  return doubts.map(({ place, message }) => ({ file: resource.path, place, message }));
}

type Doubt = Pick<Repair, 'place' | 'message'>;

function groupFigures(observations: readonly Observation[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { indicator, period, area, value } of observations) {
    if (value === null) continue;
    const key = `${indicator} ${period}`;
    const group = groups.get(key) ?? { indicator, period, figures: [] };
    groups.set(key, group);
    group.figures.push({ area, value });
  }
  return [...groups.values()];
}

function doubtFigures(group: Group, kind: Kind): Doubt[] {
  const { indicator, period, figures } = group;
  const place = `"${indicator}" of ${period}`;
  const say = (found: Group['figures'], what: string): Doubt[] => {
    const [first] = found;
    return first
      ? [
          {
            place,
            message: `${found.length} ${found.length === 1 ? 'figure is' : 'figures are'} ${what} (first ${first.area}, ${first.value})`,
          },
        ]
      : [];
  };
  const middle = findMiddle(figures);
  const isLow = (value: number) => value > 0 && value * farFromMiddle < middle;
  return [
    ...(kind === 'rate'
      ? say(
          figures.filter(({ value }) => value >= largestRate),
          'a million or more, and a rate',
        )
      : []),
    ...(middle > 0 && kind !== 'share'
      ? say(
          figures.filter(({ value }) => Math.abs(value) > middle * farFromMiddle),
          `more than ${farFromMiddle} times the middle one, ${middle}`,
        )
      : []),
    ...(middle > 0 && (kind === 'amount' || kind === 'score')
      ? say(
          figures.filter(({ value }) => isLow(value)),
          `less than a thousandth of the middle one, ${middle}`,
        )
      : []),
    ...(kind === 'share' && isFraction(figures)
      ? [{ place, message: 'all figures lie between 0 and 1, and a share is in per cents' }]
      : []),
  ];
}

/** Whether shares seem to be written as parts of one. */
function isFraction(figures: Group['figures']): boolean {
  const filled = figures.filter(({ value }) => value !== 0);
  return filled.length >= fewest && filled.every(({ value }) => value > 0 && value <= 1);
}

/** Periods whose middle figure is far from the middle one of the other periods. */
function doubtPeriods(groups: readonly Group[]): Doubt[] {
  const middles = new Map<string, { period: string; middle: number }[]>();
  for (const { indicator, period, figures } of groups) {
    const middle = findMiddle(figures);
    if (middle === 0) continue;
    const own = middles.get(indicator) ?? [];
    middles.set(indicator, own);
    own.push({ period, middle });
  }
  return [...middles].flatMap(([indicator, periods]) =>
    periods.flatMap(({ period, middle }) => {
      const others = periods.filter((other) => other.period !== period).map((other) => other.middle);
      const usual = middleOf(others);
      const isFar = usual > 0 && (middle > usual * farFromPeriods || middle * farFromPeriods < usual);
      return isFar
        ? [
            {
              place: `"${indicator}" of ${period}`,
              message: `the middle figure is ${middle}, and ${usual} in the other periods`,
            },
          ]
        : [];
    }),
  );
}

/** The middle of the sizes of the figures that are not zero; 0 where these are too few. */
function findMiddle(figures: Group['figures']): number {
  const sizes = figures.map(({ value }) => Math.abs(value)).filter((size) => size > 0);
  return sizes.length < fewest ? 0 : middleOf(sizes);
}

function middleOf(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
