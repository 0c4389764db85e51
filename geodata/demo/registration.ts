import { yearOfPeriod } from '../period.ts';
import { drawNormal } from '../statistics/random.ts';
import {
  burglariesExpected,
  crimesExpected,
  firesExpected,
  seasonOf,
  theftsExpected,
  trendOf,
  youthReportsExpected,
} from './expectation.ts';
import { drawCount, emptyFigure, type Figure, knownFigure, roundTo } from './figure.ts';
import type { Population } from './population.ts';
import { createNamedRandom } from './random.ts';
import type { BoundaryYear } from './reform.ts';
import { countHouseholds, countInhabitants, type Row, weigh } from './row.ts';

/** A table column of a registration: which neighbourhoods' figures there are, in whose boundaries, and how they come about. */
export interface Series {
  readonly indicator: string;
  readonly periods: readonly string[];
  readonly boundaryYear: (period: string) => BoundaryYear;
  readonly measure: (row: Row, period: string, seed: number) => Figure;
  /** Whether municipalities are told their own totals too, which withheld neighbourhoods would leave unknown. */
  readonly municipal?: true;
  /** The figure of the Netherlands, made up too; null where there is none. */
  readonly country: ((period: string) => number) | null;
}

const years = listYears(2016, 2025);
const months = [...listMonths('2024'), ...listMonths('2025').slice(0, 6)];
/** Registrations of people follow the division of their time; the police publish all years in the newest one. */
const ofItsTime = (period: string): BoundaryYear => (yearOfPeriod(period) <= 2023 ? 2023 : 2025);
const newest = (): BoundaryYear => 2025;
/** The newest year's registrations can still change. */
export const isProvisional = (period: string): boolean => period === '2025' || period > '2025-03';

export const nationalCrimes = 850_000;
/** Municipalities that handed nothing in for a year. */
const withoutYouthReports = new Set(['GM0168 2018', 'GM0163 2019']);
const countBurglaries = countCases('inbraak', burglariesExpected);
const countYouthReports = countCases('jeugd', youthReportsExpected);

export const registrations: readonly Series[] = [
  {
    indicator: 'inwoners',
    periods: years,
    boundaryYear: ofItsTime,
    measure: (row, period) => knownFigure(countInhabitants(row, yearOfPeriod(period)), 0),
    country: (period) => 17_000_000 + 105_000 * (yearOfPeriod(period) - 2016),
  },
  {
    indicator: 'huishoudens',
    periods: years,
    boundaryYear: ofItsTime,
    measure: (row, period) => knownFigure(countHouseholds(row, yearOfPeriod(period)), 0),
    country: (period) => 7_700_000 + 75_000 * (yearOfPeriod(period) - 2016),
  },
  {
    indicator: 'aandeel-65-plus',
    periods: years,
    boundaryYear: ofItsTime,
    measure: (row, period) =>
      knownFigure(weigh(row, ({ older }) => older) + 0.3 * (yearOfPeriod(period) - 2025), 1),
    country: (period) => roundTo(18.2 + 0.28 * (yearOfPeriod(period) - 2016), 1),
  },
  {
    indicator: 'woz-waarde',
    periods: years,
    boundaryYear: newest,
    measure: (row, period, seed) => measureProperty(row, period, seed),
    country: (period) => Math.round(395 / 1.065 ** (2025 - yearOfPeriod(period))),
  },
  {
    indicator: 'inkomen-per-inwoner',
    periods: years.slice(0, -1),
    boundaryYear: ofItsTime,
    measure: (row, period) => {
      if (countInhabitants(row, 2024) < 100) return emptyFigure('suppressed');
      const level = weigh(row, ({ hardship, urbanity }) => 33 - 8.5 * hardship - 1.5 * urbanity);
      return knownFigure(level * 1.028 ** (yearOfPeriod(period) - 2024), 1);
    },
    country: (period) => roundTo(34.5 * 1.028 ** (yearOfPeriod(period) - 2024), 1),
  },
  {
    indicator: 'goed-ervaren-gezondheid',
    periods: ['2016', '2020', '2022', '2024'],
    boundaryYear: newest,
    // A model fills in what too small a sample cannot say: every figure is an estimate.
    measure: (row, period) =>
      countInhabitants(row, 2024) < 100
        ? emptyFigure('suppressed')
        : knownFigure(
            weigh(row, ({ hardship, older }) => 86 - 9 * hardship - 0.4 * older) -
              0.35 * (yearOfPeriod(period) - 2016),
            1,
            'estimated',
          ),
    country: (period) => roundTo(77.2 - 0.3 * (yearOfPeriod(period) - 2016), 1),
  },
  {
    indicator: 'misdrijven',
    periods: years,
    boundaryYear: newest,
    measure: countCases('misdrijven', crimesExpected, listMonths),
    country: (period) => Math.round(nationalCrimes * trendOf(period)),
  },
  {
    indicator: 'misdrijven-per-maand',
    periods: months,
    boundaryYear: newest,
    measure: countCases('misdrijven', crimesExpected),
    country: (period) => Math.round((nationalCrimes * trendOf(period) * seasonOf(period)) / 12),
  },
  {
    indicator: 'woninginbraken',
    periods: years,
    boundaryYear: (period) => (yearOfPeriod(period) <= 2022 ? 2023 : 2025),
    municipal: true,
    measure: (row, period, seed) => withholdSmall(countBurglaries(row, period, seed)),
    country: (period) => Math.round(24_000 * 0.93 ** (yearOfPeriod(period) - 2020)),
  },
  {
    indicator: 'diefstal-bij-bedrijven',
    periods: years,
    boundaryYear: newest,
    measure: countCases('bedrijf', theftsExpected),
    country: (period) => Math.round(52_000 * trendOf(period)),
  },
  {
    indicator: 'meldingen-jeugdoverlast',
    periods: years,
    boundaryYear: newest,
    measure: (row, period, seed) =>
      withoutYouthReports.has(`${row.municipality} ${period}`)
        ? emptyFigure('missing')
        : countYouthReports(row, period, seed),
    country: null,
  },
  {
    indicator: 'branden',
    periods: years,
    boundaryYear: newest,
    measure: countCases('brand', firesExpected),
    country: (period) => Math.round(13_500 + 120 * (yearOfPeriod(period) - 2016)),
  },
];

export function listYears(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

export function listMonths(year: string): string[] {
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
}

function measureProperty(row: Row, period: string, seed: number): Figure {
  const key = row.population[0]?.key ?? '';
  if (createNamedRandom(seed, `property ${key} ${period}`)() < 0.015) return emptyFigure('missing');
  const spread = drawNormal(createNamedRandom(seed, `property ${key}`));
  const level = weigh(row, ({ hardship, urbanity }) => 420 - 110 * hardship - 90 * urbanity) + 12 * spread;
  return knownFigure(
    level / 1.065 ** (2025 - yearOfPeriod(period)),
    0,
    period === '2025' ? 'provisional' : 'final',
  );
}

/**
 * Cases by parcel and by span of the period, each drawn by itself, so that neighbourhoods of any boundary year add up to
 * the same, and months to their year.
 */
function countCases(
  name: string,
  expected: (population: Population, span: string) => number,
  spansOf = (period: string): string[] => [period],
): Series['measure'] {
  return (row, period, seed) => {
    let cases = 0;
    for (const person of row.population)
      cases += countParcelCases(name, expected, person, spansOf(period), seed);
    return knownFigure(cases, 0, isProvisional(period) ? 'provisional' : 'final');
  };
}

/** The cases of one parcel in some spans of time. */
export function countParcelCases(
  name: string,
  expected: (population: Population, span: string) => number,
  person: Population,
  spans: readonly string[],
  seed: number,
): number {
  const lasting = Math.exp(0.18 * drawNormal(createNamedRandom(seed, `${name} ${person.key}`)));
  return spans.reduce((cases, span) => {
    const random = createNamedRandom(seed, `${name} ${person.key} ${span}`);
    return cases + drawCount(expected(person, span) * lasting, random);
  }, 0);
}

/** Counts of one to four could point at somebody. */
function withholdSmall(figure: Figure): Figure {
  return figure.value !== null && figure.value > 0 && figure.value < 5 ? emptyFigure('suppressed') : figure;
}
