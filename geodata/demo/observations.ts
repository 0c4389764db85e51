import { writeAddress } from '../dimension.ts';
import type { Level } from '../level.ts';
import type { Observation } from '../observation.ts';
import type { Neighbourhood } from './division.ts';
import { drawCount, type Figure, knownFigure } from './figure.ts';
import {
  countNationalOffences,
  countOffences,
  dividedIndicator,
  dividedYears,
  showOffences,
  withholdOffences,
} from './offences.ts';
import type { Population } from './population.ts';
import { createNamedRandom } from './random.ts';
import type { BoundaryYear } from './reform.ts';
import { listYears, registrations } from './registration.ts';
import { countInhabitants, type Row } from './row.ts';
import {
  askCountry,
  askDistrict,
  askMunicipality,
  boundaryYearOfRound,
  questions,
  surveyYears,
} from './survey.ts';

interface Ground {
  readonly neighbourhoods: ReadonlyMap<BoundaryYear, readonly Neighbourhood[]>;
  readonly population: readonly Population[];
  readonly source: string;
  readonly seed: number;
}

type Place = Pick<Observation, 'indicator' | 'area' | 'level' | 'boundaryYear' | 'period'>;

/** Every figure of the demonstration region: registrations, crimes by kind, surveys, reports by municipality, and the country's. */
export function observeGround(ground: Ground): Observation[] {
  return [
    ...observeRegistrations(ground),
    ...observeOffences(ground),
    ...observeSurveys(ground),
    ...observeSignals(ground),
  ];
}

function observeRegistrations(ground: Ground): Observation[] {
  const years = [...ground.neighbourhoods.keys()];
  const neighbourhoods = new Map(years.map((year) => [year, listRows(ground, year, ({ code }) => code)]));
  const municipalities = new Map(
    years.map((year) => [year, listRows(ground, year, ({ municipality }) => municipality)]),
  );
  return registrations.flatMap(
    ({ indicator, periods, boundaryYear: boundaryYearOf, measure, municipal, country }) =>
      periods.flatMap((period) => {
        const boundaryYear = boundaryYearOf(period);
        const at = (level: Level, area: string, figure: Figure): Observation =>
          observe({ indicator, boundaryYear, period, level, area }, figure, ground.source);
        const measureAll = (level: Level, rows: ReadonlyMap<string, Row> | undefined): Observation[] =>
          [...(rows ?? [])].map(([area, row]) => at(level, area, measure(row, period, ground.seed)));
        return [
          ...measureAll('neighbourhood', neighbourhoods.get(boundaryYear)),
          ...(municipal ? measureAll('municipality', municipalities.get(boundaryYear)) : []),
          ...(country ? [at(netherlands.level, netherlands.area, knownFigure(country(period), 1))] : []),
        ];
      }),
  );
}

/** Crimes by kind: of neighbourhoods without what could point at somebody, of municipalities and the country in full. */
function observeOffences(ground: Ground): Observation[] {
  const { seed, source } = ground;
  const neighbourhoods = [...listRows(ground, 2025, ({ code }) => code)];
  const municipalities = [...listRows(ground, 2025, ({ municipality }) => municipality)];
  return dividedYears.flatMap((period) => {
    const at = (level: Level, area: string, figures: ReadonlyMap<string, Figure>): Observation[] =>
      [...figures].map(([category, figure]) => {
        const indicator = writeAddress({ indicator: dividedIndicator, category });
        return observe({ indicator, boundaryYear: 2025, period, level, area }, figure, source);
      });
    return [
      ...neighbourhoods.flatMap(([area, row]) =>
        at('neighbourhood', area, withholdOffences(countOffences(row, period, seed), period)),
      ),
      ...municipalities.flatMap(([area, row]) =>
        at('municipality', area, showOffences(countOffences(row, period, seed), period)),
      ),
      ...at(netherlands.level, netherlands.area, showNational(period)),
    ];
  });
}

function showNational(period: string): Map<string, Figure> {
  return new Map([...countNationalOffences(period)].map(([key, count]) => [key, knownFigure(count, 0)]));
}

function observeSurveys(ground: Ground): Observation[] {
  const { seed, source } = ground;
  return surveyYears.flatMap((period) => {
    const boundaryYear = boundaryYearOfRound(period);
    const districts = [...listRows(ground, boundaryYear, ({ district }) => district)];
    const municipalities = [...listRows(ground, boundaryYear, ({ municipality }) => municipality)];
    return questions.flatMap((question) => {
      const place = { indicator: question.indicator, boundaryYear, period };
      const at = (level: Level, area: string, figure: Figure): Observation =>
        observe({ ...place, level, area }, figure, source);
      return [
        ...districts.map(([area, row]) =>
          at('district', area, askDistrict(question, area, row, period, seed)),
        ),
        ...municipalities.map(([area, row]) =>
          at('municipality', area, askMunicipality(question, row, period, seed)),
        ),
        at(netherlands.level, netherlands.area, knownFigure(askCountry(question, period), 1)),
      ];
    });
  });
}

/** Reports of undermining reach a whole municipality only. */
function observeSignals(ground: Ground): Observation[] {
  const rows = [...listRows(ground, 2025, ({ municipality }) => municipality)];
  return listYears(2019, 2025).flatMap((period) =>
    rows.map(([area, row]) => {
      const random = createNamedRandom(ground.seed, `signals ${area} ${period}`);
      const expected = countInhabitants(row, 2025) * 0.0004 * (1 + 0.12 * (Number(period) - 2019));
      const place: Place = {
        indicator: 'signalen-ondermijning',
        area,
        level: 'municipality',
        boundaryYear: 2025,
        period,
      };
      const status = period === '2025' ? 'provisional' : 'final';
      return observe(place, knownFigure(drawCount(expected, random), 0, status), ground.source);
    }),
  );
}

const netherlands = { area: 'NL00', level: 'country' } as const;

/** Areas of a division with the people on them, by the code that `codeOf` gives. */
export function listRows(
  ground: Pick<Ground, 'neighbourhoods' | 'population'>,
  year: BoundaryYear,
  codeOf: (neighbourhood: Neighbourhood) => string,
): Map<string, Row> {
  const rows = new Map<string, { municipality: string; population: Population[] }>();
  for (const neighbourhood of ground.neighbourhoods.get(year) ?? []) {
    const row = rows.get(codeOf(neighbourhood)) ?? {
      municipality: neighbourhood.municipality,
      population: [],
    };
    rows.set(codeOf(neighbourhood), row);
    row.population.push(...neighbourhood.parcels.flatMap((parcel) => ground.population[parcel] ?? []));
  }
  return rows;
}

function observe(place: Place, figure: Figure, source: string): Observation {
  return { ...place, ...figure, origin: 'published', source, note: null };
}
