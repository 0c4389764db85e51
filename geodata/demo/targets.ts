import type { Indicator } from '../indicator.ts';
import type { Observation } from '../observation.ts';
import type { Target } from '../target.ts';
import { roundTo } from './figure.ts';
import type { MunicipalityPlan } from './place.ts';
import { createNamedRandom } from './random.ts';

/** A plan of four years, and the year whose figure it sets out from. */
interface Plan {
  readonly years: string;
  /** In which its targets are to be reached. */
  readonly period: string;
  readonly before: string;
  /** The same for what is asked in odd years only. */
  readonly askedBefore: string;
}

const plans: readonly Plan[] = [
  { years: '2019-2022', period: '2022', before: '2018', askedBefore: '2017' },
  { years: '2023-2026', period: '2026', before: '2022', askedBefore: '2021' },
];

/** Municipalities whose plans have no targets at all: Tubbergen and Dinkelland. */
const withoutTargets: readonly string[] = ['GM0183', 'GM1774'];

/** The indicators that targets are set for, each with other municipalities that leave it out. */
const targeted: Readonly<Record<string, readonly string[]>> = {
  'misdrijven-per-1000': ['GM0163', 'GM0189', 'GM0168'],
  'woninginbraken-per-1000': ['GM0147', 'GM0158', 'GM1742'],
  onveiligheidsgevoelens: ['GM0189', 'GM0158', 'GM1700'],
};

/** Made-up targets: what a municipality had before its plan, or up to a seventh below, so that some are reached. */
export function setTargets(
  municipalities: readonly MunicipalityPlan[],
  indicators: readonly Indicator[],
  observations: readonly Observation[],
  seed: number,
): Target[] {
  const figures = sumMunicipalities(observations);
  return indicators.flatMap((indicator) => {
    const leftOut = targeted[indicator.key];
    if (!leftOut) return [];
    return municipalities.flatMap(({ number, name }) => {
      const municipality = `GM${number}`;
      if (withoutTargets.includes(municipality) || leftOut.includes(municipality)) return [];
      return plans.flatMap((plan): Target[] => {
        const before = findFigure(figures, indicator, municipality, plan);
        if (before === null) return [];
        const random = createNamedRandom(seed, `target ${indicator.key} ${municipality} ${plan.period}`);
        return [
          {
            municipality,
            indicator: indicator.key,
            period: plan.period,
            value: roundTo(before * (0.86 + 0.16 * random()), indicator.decimals),
            source: { title: `Veiligheidsplan ${name} ${plan.years} (verzonnen)`, url: null },
          },
        ];
      });
    });
  });
}

/** What a municipality had before its plan; a rate by what it is derived from. */
function findFigure(
  figures: ReadonlyMap<string, number>,
  { key, derive }: Indicator,
  municipality: string,
  { before, askedBefore }: Plan,
): number | null {
  const at = (indicator: string, period: string) => figures.get(`${indicator} ${municipality} ${period}`);
  if (!derive) return at(key, askedBefore) ?? null;
  const [numerator, denominator] = [at(derive.numerator, before), at(derive.denominator, before)];
  return numerator === undefined || !denominator ? null : (numerator / denominator) * derive.factor;
}

/** By indicator, municipality and period: a municipality's own figure, or else the sum of its neighbourhoods. */
function sumMunicipalities(observations: readonly Observation[]): Map<string, number> {
  const [own, sums] = [new Map<string, number>(), new Map<string, number>()];
  for (const { indicator, area, level, period, value } of observations) {
    if (value === null) continue;
    const key = `${indicator} GM${area.slice(2, 6)} ${period}`;
    if (level === 'municipality') own.set(key, value);
    else if (level === 'neighbourhood') sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return new Map([...sums, ...own]);
}
