import { yearOfPeriod } from '../period.ts';
import { drawCount, emptyFigure, type Figure, knownFigure, roundTo } from './figure.ts';
import { inhabitantsIn, type Population } from './population.ts';
import { createNamedRandom, drawNormal } from './random.ts';
import type { BoundaryYear } from './reform.ts';

/** A group of parcels as a table has it: one row. */
export interface Row {
  readonly municipality: string;
  readonly population: readonly Population[];
}

/** A table column of a registration: which neighbourhoods' figures there are, in whose boundaries, and how they come about. */
export interface Series {
  readonly indicator: string;
  readonly periods: readonly string[];
  readonly boundaryYear: (period: string) => BoundaryYear;
  readonly measure: (row: Row, period: string, seed: number) => Figure;
  /** The figure of the Netherlands, made up too; null where there is none. */
  readonly country: ((period: string) => number) | null;
}

const years = listYears(2016, 2025);
const months = listYears(2024, 2025)
  .flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
  )
  .filter((month) => month <= '2025-06');
/** Registrations of people follow the division of their time; the police publish all years in the newest one. */
const ofItsTime = (period: string): BoundaryYear => (yearOfPeriod(period) <= 2023 ? 2023 : 2025);
const newest = (): BoundaryYear => 2025;
/** The newest year's registrations can still change. */
const isProvisional = (period: string): boolean => period === '2025' || period > '2025-03';

/** Crime falls until the quiet years of 2020 and 2021, and comes back in part. */
const trend: Readonly<Record<number, number>> = {
  2016: 1.18,
  2017: 1.12,
  2018: 1.05,
  2019: 1.06,
  2020: 0.98,
  2021: 0.9,
  2022: 0.95,
  2023: 0.99,
  2024: 1,
  2025: 0.97,
};

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
    measure: countCases('misdrijven', crimesExpected),
    country: (period) => Math.round(47.5 * 17_900 * (trend[yearOfPeriod(period)] ?? 1)),
  },
  {
    indicator: 'misdrijven-per-maand',
    periods: months,
    boundaryYear: newest,
    measure: countCases(
      'maand',
      (person, period) => (crimesExpected(person, period) / 12) * seasonOf(period),
    ),
    country: (period) => Math.round((47.5 * 17_900 * seasonOf(period)) / 12),
  },
  {
    indicator: 'woninginbraken',
    periods: years,
    boundaryYear: (period) => (yearOfPeriod(period) <= 2022 ? 2023 : 2025),
    measure: (row, period, seed) =>
      withholdSmall(countCases('inbraak', burglariesExpected)(row, period, seed)),
    country: (period) => Math.round(24_000 * 0.93 ** (yearOfPeriod(period) - 2020)),
  },
  {
    indicator: 'diefstal-bij-bedrijven',
    periods: years,
    boundaryYear: newest,
    measure: countCases(
      'bedrijf',
      (person, period) =>
        (5 + 150 * person.bustle + 0.0008 * person.inhabitants * person.urbanity) * trendOf(period),
    ),
    country: (period) => Math.round(52_000 * trendOf(period)),
  },
  {
    indicator: 'meldingen-jeugdoverlast',
    periods: years,
    boundaryYear: newest,
    measure: (row, period, seed) => {
      if (
        `${row.municipality}/${period}` === 'GM0168/2018' ||
        `${row.municipality}/${period}` === 'GM0163/2019'
      )
        return emptyFigure('missing');
      const lockdown = period === '2020' ? 1.9 : period === '2021' ? 1.5 : 1;
      return countCases(
        'jeugd',
        (person) =>
          person.inhabitants * 0.004 * lockdown * (0.3 + 1.6 * person.urbanity + 0.6 * person.hardship),
      )(row, period, seed);
    },
    country: null,
  },
  {
    indicator: 'branden',
    periods: years,
    boundaryYear: newest,
    measure: countCases('brand', (person) => person.inhabitants * 0.0011 * (1 + 0.4 * person.hardship)),
    country: (period) => Math.round(13_500 + 120 * (yearOfPeriod(period) - 2016)),
  },
];

export function listYears(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** Rounded to fives, as CBS does with people. */
export function countInhabitants({ population }: Row, year: number): number {
  return 5 * Math.round(population.reduce((sum, person) => sum + inhabitantsIn(person, year), 0) / 5);
}

/** The mean of a trait, weighted by inhabitants. */
export function weigh({ population }: Row, trait: (population: Population) => number): number {
  const total = population.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
  return population.reduce((sum, person) => sum + trait(person) * person.inhabitants, 0) / total;
}

function countHouseholds({ population }: Row, year: number): number {
  return (
    5 *
    Math.round(
      population.reduce((sum, person) => sum + inhabitantsIn(person, year) / person.householdSize, 0) / 5,
    )
  );
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

function crimesExpected(person: Population, period: string): number {
  const { inhabitants, urbanity, hardship, bustle } = person;
  const rate = 14 + 22 * urbanity + 14 * Math.max(-0.5, hardship) * (0.4 + urbanity);
  return ((inhabitants * rate) / 1000 + 800 * bustle) * trendOf(period);
}

function burglariesExpected({ inhabitants, urbanity, hardship }: Population, period: string): number {
  const fall = 0.9 ** (yearOfPeriod(period) - 2016);
  return inhabitants * 0.0042 * fall * (0.6 + 0.7 * urbanity + 0.2 * hardship);
}

function trendOf(period: string): number {
  return trend[yearOfPeriod(period)] ?? 1;
}

/** More in the light evenings of summer and in December. */
function seasonOf(period: string): number {
  const month = Number(period.slice(5, 7));
  return 1 + 0.12 * Math.cos(((month - 7) * Math.PI) / 6) + (month === 12 ? 0.1 : 0);
}

/** Cases by parcel, each drawn by itself, so that neighbourhoods of any boundary year add up to the same. */
function countCases(
  name: string,
  expected: (population: Population, period: string) => number,
): Series['measure'] {
  return (row, period, seed) => {
    const cases = row.population.map((person) => {
      const lasting = Math.exp(0.18 * drawNormal(createNamedRandom(seed, `${name} ${person.key}`)));
      return drawCount(
        expected(person, period) * lasting,
        createNamedRandom(seed, `${name} ${person.key} ${period}`),
      );
    });
    return knownFigure(
      cases.reduce((sum, count) => sum + count, 0),
      0,
      isProvisional(period) ? 'provisional' : 'final',
    );
  };
}

/** Counts of one to four could point at somebody. */
function withholdSmall(figure: Figure): Figure {
  return figure.value !== null && figure.value > 0 && figure.value < 5 ? emptyFigure('suppressed') : figure;
}
