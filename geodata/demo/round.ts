import { municipalityOfCode } from '../area.ts';
import { addDays } from '../day.ts';
import type { Indicator } from '../indicator.ts';
import type { Observation } from '../observation.ts';
import type { Answers, Questionnaire } from '../questionnaire/questionnaire.ts';
import {
  type AgeBand,
  type RegisterCount,
  type Round,
  type Sheet,
  type Stratum,
  usualSettings,
} from '../questionnaire/round.ts';
import { questionnaireTemplate } from '../questionnaire/template/template.ts';
import { planSample } from '../sampling/size.ts';
import type { Random } from '../statistics/random.ts';
import type { Survey } from '../survey.ts';
import { type AreaEstimate, type EstimatedArea, estimateAreas } from '../weighting/area-estimates.ts';
import { defineMeasured, describeSurvey, explainHidden } from '../weighting/round-package.ts';
import { usualWeighting, type WeightingReport, weightSheets } from '../weighting/weighting.ts';
import { daysAnswered, daysOpen } from './coming-days.ts';
import { createNamedRandom } from './random.ts';
import { countInhabitants, type Row, weigh } from './row.ts';
import { type AskedDistrict, countPeople, drawSheets } from './sheets.ts';

/** A stratum of the demonstration with what was planned for it. */
export interface DemonstrationStratum extends Stratum {
  readonly municipality: string;
  readonly planned: number;
}

/** A round of the demonstration before anybody answers. */
export interface PlannedDemonstration {
  readonly round: Round;
  readonly strata: readonly DemonstrationStratum[];
  readonly register: readonly RegisterCount[];
}

/** Sheets of a day, as survey_response has them. */
export interface DemonstrationResponse {
  readonly day: string;
  readonly stratum: string;
  readonly ageBand: AgeBand;
  readonly count: number;
}

/** What is asked in the demonstration: one round that is over, with made-up answers, and one that is about to open. */
export interface DemonstrationSurvey {
  readonly questionnaire: Questionnaire;
  readonly finished: PlannedDemonstration & {
    readonly sheets: readonly Sheet<Answers>[];
    readonly response: readonly DemonstrationResponse[];
    readonly report: WeightingReport;
    readonly estimates: readonly AreaEstimate[];
  };
  /** Its answers and days are as if it had been open for `daysAnswered` days when it opens. */
  readonly coming: PlannedDemonstration & {
    readonly sheets: readonly Sheet<Answers>[];
    readonly response: readonly DemonstrationResponse[];
  };
}

const boundaryYear = 2025;
/** Whoever answered the finished round. */
const respondents = 3000;
/** Cities whose districts are strata; the other municipalities are one each. */
const cities = ['GM0153', 'GM0141', 'GM0164'];
/** Share of the inhabitants that is 15 or older. */
const shareAsked = 0.84;

export const demonstrationQuestionnaire: Questionnaire = {
  ...questionnaireTemplate,
  name: Object.fromEntries(
    Object.entries(questionnaireTemplate.name).map(([language, text]) => [
      language,
      `${text} ${madeUp(language)}`,
    ]),
  ),
};

function madeUp(language: string): string {
  const words: Readonly<Record<string, string>> = {
    nl: '(verzonnen)',
    tr: '(uydurma)',
    de: '(erfunden)',
    ar: '(مختلق)',
  };
  return words[language] ?? '(made up)';
}

/** The rounds of the demonstration, by its districts of the newest boundaries. The same seed gives the same answers. */
export function holdDemonstrationSurvey(
  districts: ReadonlyMap<string, Row>,
  seed: number,
): DemonstrationSurvey {
  const asked = [...districts].map(([code, row]) => describeDistrict(code, row));
  const register = countPeople(asked);
  const groups = groupStrata(asked);
  const sizes = shareOut(groups);
  const sheets: Sheet<Answers>[] = [];
  const strata = groups.map(({ area, districts: own }, position): DemonstrationStratum => {
    const count = sizes[position] ?? 0;
    const random = createNamedRandom(seed, `answers ${area}`);
    sheets.push(...drawSheets(demonstrationQuestionnaire, { stratum: area, districts: own, count }, random));
    const response = 0.26 + 0.14 * random();
    const invited = Math.ceil(count / response);
    return { ...describeStratum(area, own), expectedResponse: 0.3, planned: invited, invited };
  });
  const finished = { round: finishedRound, strata, register, sheets };
  return {
    questionnaire: demonstrationQuestionnaire,
    finished: {
      ...finished,
      response: spreadOverDays(sheets, createNamedRandom(seed, 'days of answering'), {
        opensOn: finishedRound.opensOn,
        count: 42,
      }),
      ...estimate(finished, [...districts.keys()]),
    },
    coming: holdComing(groups, register, seed),
  };
}

/** The coming round with the answers of its first weeks, of which some strata gave many and others few. */
function holdComing(
  groups: readonly StratumGroup[],
  register: readonly RegisterCount[],
  seed: number,
): DemonstrationSurvey['coming'] {
  const strata = groups.map(({ area, districts: own }) => planStratum(area, own));
  const sheets = groups.flatMap(({ area, districts: own }, position) => {
    const random = createNamedRandom(seed, `coming answers ${area}`);
    const { planned = 0, expectedResponse = 0 } = strata[position] ?? {};
    const byNow = (planned * expectedResponse * daysAnswered) / daysOpen;
    const count = Math.round(byNow * (0.55 + 0.8 * random()));
    return drawSheets(demonstrationQuestionnaire, { stratum: area, districts: own, count }, random);
  });
  const days = { opensOn: comingRound.opensOn, count: daysAnswered };
  const response = spreadOverDays(sheets, createNamedRandom(seed, 'days of the coming round'), days);
  return { round: comingRound, register, strata, sheets, response };
}

function describeDistrict(code: string, row: Row): AskedDistrict {
  return {
    code,
    people: Math.max(20, Math.round(countInhabitants(row, boundaryYear) * shareAsked)),
    older: Math.min(0.6, weigh(row, ({ older }) => older) / 100 / shareAsked),
    trouble: weigh(row, ({ hardship, urbanity }) => 0.8 * hardship + 0.6 * (urbanity - 0.4)),
  };
}

interface StratumGroup {
  readonly area: string;
  readonly districts: readonly AskedDistrict[];
}

function groupStrata(asked: readonly AskedDistrict[]): StratumGroup[] {
  const groups = new Map<string, AskedDistrict[]>();
  for (const district of asked) {
    const municipality = municipalityOfCode(district.code);
    const area = cities.includes(municipality) ? district.code : municipality;
    groups.set(area, [...(groups.get(area) ?? []), district]);
  }
  return [...groups].map(([area, districts]) => ({ area, districts }));
}

/** How many answer of each stratum, by the root of its people, all together `respondents`. */
function shareOut(groups: readonly StratumGroup[]): number[] {
  const roots = groups.map(({ districts }) => Math.sqrt(sumPeople(districts)));
  const total = roots.reduce((sum, root) => sum + root, 0);
  const counts = roots.map((root) => Math.max(2, Math.floor((respondents * root) / total)));
  const largest = roots.indexOf(Math.max(...roots));
  const given = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, position) => (position === largest ? count + respondents - given : count));
}

function sumPeople(districts: readonly AskedDistrict[]): number {
  return countPeople(districts).reduce((sum, { count }) => sum + count, 0);
}

function describeStratum(area: string, districts: readonly AskedDistrict[]) {
  const municipality = area.startsWith('GM') ? area : municipalityOfCode(area);
  return { area, municipality, population: sumPeople(districts) };
}

function planStratum(area: string, districts: readonly AskedDistrict[]): DemonstrationStratum {
  const stratum = describeStratum(area, districts);
  const { population } = stratum;
  const usual = { expectedShare: 0.5, expectedResponse: 0.3, designEffect: 1.3 };
  const { invited } = planSample({ ...usual, population, precision: 0.1 });
  return { ...stratum, expectedResponse: 0.3, planned: invited, invited };
}

const common = {
  questionnaire: demonstrationQuestionnaire.key,
  version: 1,
  boundaryYear,
  ageFrom: 15,
  mode: 'online',
  hasOpenLink: true,
  settings: usualSettings,
} as const;

const finishedRound: Round = {
  ...common,
  key: 'veiligheid-2025',
  name: { nl: 'Veiligheid in uw buurt 2025 (verzonnen)', en: 'Safety in your neighbourhood 2025 (made up)' },
  period: '2025',
  state: 'published',
  opensOn: '2025-09-01',
  closesOn: '2025-10-12',
};

/** Its days become those after the start at which it opens. */
const comingRound: Round = {
  ...common,
  key: 'veiligheid-2026',
  name: { nl: 'Veiligheid in uw buurt 2026 (verzonnen)', en: 'Safety in your neighbourhood 2026 (made up)' },
  period: '2026',
  state: 'planned',
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
};

/** Most answer in the first days, and some more after the reminders of the third and the fifth week. */
function spreadOverDays(
  sheets: readonly Sheet<Answers>[],
  random: Random,
  { opensOn, count }: { readonly opensOn: string; readonly count: number },
): DemonstrationResponse[] {
  const counts = new Map<string, DemonstrationResponse>();
  for (const { stratum, ageBand } of sheets) {
    if (stratum === null || ageBand === null) continue;
    const [wave, mean] = random() < 0.55 ? [1, 4] : random() < 0.6 ? [15, 3] : [29, 3];
    // A reminder of a week that has not come yet did not bring anybody.
    const start = wave < count ? wave : 1;
    const offset = Math.min(count - 1, start + Math.floor(-Math.log(1 - random()) * mean));
    const day = addDays(opensOn, offset);
    const key = `${day} ${stratum} ${ageBand}`;
    counts.set(key, { day, stratum, ageBand, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function estimate(
  { round, strata, register, sheets }: PlannedDemonstration & { readonly sheets: readonly Sheet<Answers>[] },
  districts: readonly string[],
): { report: WeightingReport; estimates: AreaEstimate[] } {
  const weighting = weightSheets({ sheets, strata, register, settings: usualWeighting });
  if (!weighting) throw new Error('the demonstration has answers');
  const municipalities = [...new Set(districts.map(municipalityOfCode))];
  const areas: EstimatedArea[] = [
    { code: 'twente', level: 'region', parent: 'NL00' },
    ...municipalities.map((code) => ({ code, level: 'municipality' as const, parent: 'twente' })),
    ...districts.map((code) => ({ code, level: 'district' as const, parent: municipalityOfCode(code) })),
  ];
  const { settings } = round;
  const estimates = estimateAreas({
    questionnaire: demonstrationQuestionnaire,
    weighting,
    strata,
    areas,
    settings,
  });
  return { report: weighting.report, estimates };
}

/** The finished round as the map shows it: indicators, survey and figures. */
export function showDemonstrationSurvey(
  { questionnaire, finished }: DemonstrationSurvey,
  source: string,
): { indicators: Indicator[]; survey: Survey; observations: Observation[] } {
  const { round, report, estimates } = finished;
  const { rounds, ...survey } = describeSurvey(questionnaire, [{ round, report, asked: '1' }]);
  const unknown = { municipality: null, ageFrom: null, mode: null, sampling: null, respondents: null };
  return {
    indicators: questionnaire.indicators.map((measured): Indicator => {
      const defined = defineMeasured(measured, questionnaire, []);
      return {
        derive: null,
        smallestDenominator: null,
        dimension: null,
        survey: questionnaire.key,
        ...defined,
        breaks: [],
      };
    }),
    survey: {
      ...survey,
      rounds: rounds.map((own) => ({
        ...unknown,
        questionnaire: null,
        followsFormat: null,
        remark: null,
        ...own,
      })),
    },
    observations: estimates.map(
      ({ indicator, area, level, status: standing, estimate: found }): Observation => {
        const place = { indicator, area, level, boundaryYear, period: round.period };
        const beside = { origin: 'published', source } as const;
        if (!found) {
          const { status, reason } = explainHidden(standing);
          const none = { value: null, lower: null, upper: null, sampleSize: null };
          return { ...place, ...beside, ...none, status, note: reason && { suppressed: reason } };
        }
        const { value, lower, upper, count } = found;
        return {
          ...place,
          ...beside,
          value,
          lower: Math.min(lower, value),
          upper,
          sampleSize: count,
          status: 'final',
          note: standing === 'indicative' ? { isIndicative: true } : null,
        };
      },
    ),
  };
}
