import type { Survey } from '../survey.ts';
import { emptyFigure, type Figure, roundTo, surveyFigure } from './figure.ts';
import type { Population } from './population.ts';
import { createNamedRandom } from './random.ts';
import type { BoundaryYear } from './reform.ts';
import { countInhabitants, type Row, weigh } from './row.ts';

/** A question that is put to people every two years, in the odd ones. */
export interface Question {
  readonly indicator: string;
  readonly truth: (population: Population) => number;
  /** Of single answers, in the unit of the figure. */
  readonly deviation: number;
  readonly ceiling: number;
  readonly yearly: number;
  /** The jump that the redesigned questionnaire of 2021 made: figures before and after do not compare. */
  readonly redesign: number;
  readonly country: number;
}

export const surveyYears = ['2017', '2019', '2021', '2023', '2025'] as const;

const commonRound = {
  municipality: null,
  ageFrom: 15,
  mode: 'mixed',
  sampling: 'random',
  respondents: null,
  followsFormat: true,
  remark: null,
} as const;

/** Everybody asks alike but Losser (2019) and Hellendoorn (2023), so that there is something to warn of. */
export const survey: Survey = {
  key: 'veiligheidsenquete-verzonnen',
  name: { nl: 'Veiligheidsenquête (verzonnen)', en: 'Safety survey (made up)' },
  rounds: [
    ...surveyYears.map((period) => ({
      ...commonRound,
      period,
      questionnaire: period < '2021' ? '2012' : '2021',
    })),
    {
      ...commonRound,
      period: '2019',
      municipality: 'GM0168',
      ageFrom: 18,
      questionnaire: '2012',
      followsFormat: false,
      remark: { nl: 'eigen steekproef vanaf 18 jaar', en: 'own sample from 18 years' },
    },
    {
      ...commonRound,
      period: '2023',
      municipality: 'GM0163',
      mode: 'online',
      sampling: 'panel',
      questionnaire: '2021',
      followsFormat: false,
      remark: { nl: 'alleen het inwonerspanel', en: 'only the panel of inhabitants' },
    },
  ],
};

export const questions: readonly Question[] = [
  {
    indicator: 'onveiligheidsgevoelens',
    truth: ({ urbanity, hardship }) => 9 + 8 * urbanity + 7 * Math.max(-0.6, hardship),
    deviation: 36,
    ceiling: 100,
    yearly: -0.15,
    redesign: -3.2,
    country: 15.8,
  },
  {
    indicator: 'sociale-cohesie',
    truth: ({ urbanity, hardship }) => 7.1 - 0.8 * urbanity - 0.5 * hardship,
    deviation: 1.9,
    ceiling: 10,
    yearly: 0.01,
    redesign: 0.25,
    country: 6.2,
  },
  {
    indicator: 'fysieke-voorzieningen',
    truth: ({ urbanity, activity }) => 5.5 + 1.1 * urbanity + 0.3 * activity,
    deviation: 1.7,
    ceiling: 10,
    yearly: 0.01,
    redesign: 0.2,
    country: 6.4,
  },
];

/** Municipalities that did not pay for a sample large enough for their districts, by year. */
const notAsked: Readonly<Record<string, readonly string[]>> = {
  '2017': ['GM0183', 'GM0189', 'GM0147'],
  '2019': ['GM0183', 'GM1742'],
  '2021': ['GM0168'],
  '2023': ['GM0158', 'GM0189'],
};

/** The first two rounds came out in the older division, the redesigned ones in the newer. */
export function boundaryYearOfRound(year: string): BoundaryYear {
  return year < '2021' ? 2023 : 2025;
}

/** The answer of a district's sample. */
export function askDistrict(
  question: Question,
  district: string,
  row: Row,
  year: string,
  seed: number,
): Figure {
  if (notAsked[year]?.includes(row.municipality)) return emptyFigure('not-asked');
  return ask(question, district, row, year, seed, 90, 0.05);
}

/** The answer of a municipality's sample, which the national survey takes everywhere. */
export function askMunicipality(question: Question, row: Row, year: string, seed: number): Figure {
  return ask(question, row.municipality, row, year, seed, 400, 0.008);
}

/** The figure of the Netherlands, made up too. */
export function askCountry({ country, yearly, redesign }: Question, year: string): number {
  return roundTo(country + yearly * (Number(year) - 2025) - (year < '2021' ? redesign : 0), 1);
}

function ask(
  question: Question,
  area: string,
  row: Row,
  year: string,
  seed: number,
  least: number,
  share: number,
): Figure {
  const { indicator, truth, deviation, ceiling, yearly, redesign } = question;
  const random = createNamedRandom(seed, `${indicator} ${area} ${year}`);
  const sample = Math.round((least + share * countInhabitants(row, Number(year))) * (0.85 + 0.3 * random()));
  const drift = yearly * (Number(year) - 2025) - (year < '2021' ? redesign : 0);
  return surveyFigure(weigh(row, truth) + drift, deviation, sample, ceiling, random);
}
