import type { SeriesBreak } from '../indicator.ts';
import type { Level } from '../level.ts';
import type { MeasuredIndicator, Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Round } from '../questionnaire/round.ts';
import {
  ccBy,
  composePackage,
  type FigureTable,
  type IndicatorDefinition,
  makeTable,
  type SurveyDefinition,
  type TableField,
} from '../sources/live/composition.ts';
import type { Collected, LiveRegion } from '../sources/live/source.ts';
import type { AreaEstimate } from './area-estimates.ts';
import type { WeightingReport } from './weighting.ts';

/** A round whose figures are shown, or are about to be. */
export interface ShownRound {
  readonly round: Round;
  readonly report: WeightingReport;
  /** Names what was asked: rounds with the same word asked the same. */
  readonly asked: string;
}

export interface PackageInput {
  readonly shown: ShownRound;
  readonly questionnaire: Questionnaire;
  readonly estimates: readonly AreaEstimate[];
  readonly region: LiveRegion;
  /** Rounds of the questionnaire that are shown already, in order of time. */
  readonly others: readonly ShownRound[];
  /** By indicator: periods from which on its question is another than in the round before. */
  readonly breaks: ReadonlyMap<string, readonly SeriesBreak[]>;
}

const levels: readonly Level[] = ['region', 'municipality', 'district', 'neighbourhood'];

/** Name of the package that the figures of a round are published in. */
export function namePackage(round: string): string {
  return `vragenlijst-${round}`;
}

/** The figures of a round as a data package, with the facts of all rounds that are shown. */
export function packRound(input: PackageInput): Collected {
  const { shown, questionnaire, estimates, region, others, breaks } = input;
  const measured = questionnaire.indicators.filter(({ key }) =>
    estimates.some(({ indicator }) => indicator === key),
  );
  return composePackage({
    name: namePackage(shown.round.key),
    title: shown.round.name.nl ?? shown.round.key,
    region,
    indicators: measured.map((indicator) =>
      defineMeasured(indicator, questionnaire, breaks.get(indicator.key) ?? []),
    ),
    surveys: [describeSurvey(questionnaire, [...others, shown])],
    parts: levels.flatMap((level) => listTables(level, input, measured)).map(makeTable),
    notes: [],
  });
}

/** An indicator of a questionnaire as the databank has it. */
export function defineMeasured(
  { key, name, theme, polarity, decimals, measure }: MeasuredIndicator,
  questionnaire: Questionnaire,
  breaks: readonly SeriesBreak[],
): IndicatorDefinition {
  const isShare = measure.kind === 'share';
  return {
    key,
    name,
    theme,
    unit: isShare ? '%' : 'score',
    kind: isShare ? 'share' : 'score',
    decimals,
    polarity,
    aggregate: 'none',
    survey: questionnaire.key,
    breaks,
  };
}

/** The facts that figures of two rounds are compared by. */
export function describeSurvey(
  { key, name }: Questionnaire,
  rounds: readonly ShownRound[],
): SurveyDefinition {
  const byPeriod = rounds.toSorted((one, other) => one.round.period.localeCompare(other.round.period));
  return {
    key,
    name: { nl: name.nl ?? key, en: name.en ?? name.nl ?? key },
    rounds: byPeriod.map(({ round, report, asked }) => ({
      period: round.period,
      ageFrom: round.ageFrom,
      mode: round.mode,
      sampling: report.way === 'code' ? 'random' : 'open',
      respondents: report.respondents,
      questionnaire: asked,
      followsFormat: true,
      indicativeBelow: round.settings.indicativeBelow,
      remark: describeResponse(report),
    })),
  };
}

function describeResponse({ respondents, invited }: WeightingReport): { nl: string; en: string } | null {
  if (!invited) return null;
  const share = (100 * respondents) / invited;
  return {
    nl: `respons ${share.toFixed(1).replace('.', ',')}% van ${invited} aangeschreven mensen`,
    en: `response ${share.toFixed(1)}% of ${invited} people invited`,
  };
}

/** A table of the indicators that are asked everywhere, and one for each set of areas that others are asked in. */
function listTables(
  level: Level,
  input: PackageInput,
  measured: readonly MeasuredIndicator[],
): FigureTable[] {
  const own = input.estimates.filter((estimate) => estimate.level === level);
  const areasOf = (indicator: string) =>
    own
      .filter((estimate) => estimate.indicator === indicator)
      .map(({ area }) => area)
      .join(' ');
  const sets = [...new Set(measured.map(({ key }) => areasOf(key)))].filter((areas) => areas !== '');
  return sets.map((areas, position) => {
    const indicators = measured.filter(({ key }) => areasOf(key) === areas);
    return writeTable({ level, number: position + 1, areas: areas.split(' '), indicators, own }, input);
  });
}

interface TableContent {
  readonly level: Level;
  readonly number: number;
  readonly areas: readonly string[];
  readonly indicators: readonly MeasuredIndicator[];
  readonly own: readonly AreaEstimate[];
}

const roles = ['value', 'lower', 'upper', 'sampleSize', 'status', 'reason'] as const;

function writeTable(
  { level, number, areas, indicators, own }: TableContent,
  { shown }: PackageInput,
): FigureTable {
  const { round } = shown;
  const found = new Map(own.map((estimate) => [`${estimate.indicator} ${estimate.area}`, estimate]));
  return {
    name: number === 1 ? level : `${level}-${number}`,
    title: `${round.name.nl ?? round.key}: ${level}`,
    ...describeHidden(own, round.settings.hiddenBelow),
    level,
    boundaryYear: round.boundaryYear,
    period: round.period,
    origin: { title: round.name.nl ?? round.key, licence: ccBy },
    fields: [
      { name: 'code', as: 'area' },
      ...indicators.flatMap(({ key: indicator }) =>
        roles.map(
          (as): TableField => ({ name: as === 'value' ? indicator : `${indicator} ${as}`, as, indicator }),
        ),
      ),
    ],
    rows: areas.map((area) => [
      area,
      ...indicators.flatMap(({ key }) => writeFigure(found.get(`${key} ${area}`))),
    ]),
  };
}

/** Why figures are suppressed, as far as some are, in the language of the title. */
function describeHidden(own: readonly AreaEstimate[], hiddenBelow: number): { description?: string } {
  const has = (status: AreaEstimate['status']) => own.some((estimate) => estimate.status === status);
  const reasons = [
    ...(has('hidden') ? [`omdat er minder dan ${hiddenBelow} antwoorden zijn`] : []),
    ...(has('protecting') ? ['omdat een ander cijfer er anders uit te rekenen is'] : []),
  ];
  return reasons.length > 0 ? { description: `Cijfers zijn verborgen ${reasons.join(', of ')}.` } : {};
}

/** Digits that are kept, beyond what is shown. */
const digits = 6;

/** An indicative figure is a figure: the facts of the survey say from how many answers on it is more. */
function writeFigure(found: AreaEstimate | undefined): (string | number | null)[] {
  const estimate = found?.estimate;
  if (!estimate) {
    const { status, reason } = explainHidden(found?.status ?? 'hidden');
    return [null, null, null, null, status, reason];
  }
  const round = (number: number) => Number(number.toFixed(digits));
  return [round(estimate.value), round(estimate.lower), round(estimate.upper), estimate.count, 'final', null];
}

/** How an estimate that is not shown stands in the databank, and why. */
export function explainHidden(status: AreaEstimate['status']): {
  readonly status: 'not-asked' | 'suppressed';
  readonly reason: 'few-answers' | 'secondary' | null;
} {
  if (status === 'not-asked') return { status, reason: null };
  return { status: 'suppressed', reason: status === 'protecting' ? 'secondary' : 'few-answers' };
}
