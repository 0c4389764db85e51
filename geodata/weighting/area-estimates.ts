import { levelOfCode, municipalityOfCode } from '../area.ts';
import type { Level } from '../level.ts';
import { listAskedKeys } from '../questionnaire/answer-space.ts';
import { listMeasured } from '../questionnaire/checks/measures.ts';
import type { Answers, MeasuredIndicator, Questionnaire } from '../questionnaire/questionnaire.ts';
import type { RoundSettings, Sheet, Stratum } from '../questionnaire/round.ts';
import { estimateMean, estimateWeightedShare, type WeightedEstimate } from './estimate.ts';
import { listSecondarySuppressions } from './secondary-suppression.ts';
import { createValue } from './value.ts';
import type { Weighting } from './weighting.ts';

/** An area that an estimate can be of; `parent` as in geodata/area.ts. */
export interface EstimatedArea {
  readonly code: string;
  readonly level: Level;
  readonly parent: string | null;
}

/**
 * `hidden`: of too few answers to be shown; `protecting`: of enough, but a figure of too few would follow from it by
 * subtraction; `not-asked`: the sample does not cover the area, or nobody there was asked.
 */
export type EstimateStatus = 'final' | 'indicative' | 'hidden' | 'protecting' | 'not-asked';

/** An indicator in an area. Shares are in per cent. Plain data. */
export interface AreaEstimate {
  readonly indicator: string;
  readonly area: string;
  readonly level: Level;
  readonly status: EstimateStatus;
  /** Null where it is hidden, protecting or not asked: how many answered is hidden with it. */
  readonly estimate: WeightedEstimate | null;
}

export interface EstimationInput {
  readonly questionnaire: Questionnaire;
  readonly weighting: Weighting<Sheet<Answers>>;
  readonly strata: readonly Pick<Stratum, 'area' | 'population'>[];
  /** From the region to the neighbourhoods, of the round's boundaries. */
  readonly areas: readonly EstimatedArea[];
  readonly settings: Pick<RoundSettings, 'hiddenBelow' | 'indicativeBelow'>;
}

/**
 * Every indicator in every area that it can be of: the region and the municipalities and districts that the sample
 * covers as a whole, and neighbourhoods that are strata themselves. Of fewer answers than the settings ask nothing is told,
 * nor can it be computed from what is told of other areas.
 * One indicator after the other, as each takes some time where many answered.
 */
export function* estimateIndicators(input: EstimationInput): Generator<AreaEstimate[]> {
  const { questionnaire, weighting, areas } = input;
  const isCovered = createCoverage(input);
  const members = areas
    .filter(({ level }) => level !== 'country')
    .map((area) => ({ area, isIn: listMembers(area, weighting.sheets) }));
  for (const indicator of questionnaire.indicators) {
    const value = createValue(questionnaire, indicator);
    const values = Float64Array.from(weighting.sheets, ({ answers }) => value(answers));
    const own = municipalityOf(questionnaire, indicator);
    const found = members.flatMap(({ area, isIn }): FoundEstimate[] => {
      if (own !== null && !liesIn(area, own)) return [];
      const place = { indicator: indicator.key, area: area.code, level: area.level };
      if (isCovered(area))
        return [{ area, estimate: { ...place, ...estimateArea(values, isIn, indicator, input) } }];
      // A neighbourhood is asked about only where it was a part of the design.
      if (area.level === 'neighbourhood') return [];
      return [{ area, estimate: { ...place, status: 'not-asked', estimate: null } }];
    });
    yield protectHidden(found, input.settings);
  }
}

interface FoundEstimate {
  readonly area: EstimatedArea;
  readonly estimate: AreaEstimate;
}

/** Hides what a hidden figure could be computed from. */
function protectHidden(
  found: readonly FoundEstimate[],
  { hiddenBelow }: EstimationInput['settings'],
): AreaEstimate[] {
  const counted = found.map(({ area, estimate: { estimate } }) => ({
    ...area,
    count: estimate?.count ?? 0,
    isShown: estimate !== null,
  }));
  const protecting = listSecondarySuppressions(counted, hiddenBelow);
  return found.map(({ estimate }) =>
    protecting.has(estimate.area) ? { ...estimate, status: 'protecting', estimate: null } : estimate,
  );
}

/** The same of all indicators at once. */
export function estimateAreas(input: EstimationInput): AreaEstimate[] {
  return [...estimateIndicators(input)].flat();
}

function estimateArea(
  values: Float64Array,
  isIn: Uint8Array,
  { measure }: MeasuredIndicator,
  { weighting, settings }: EstimationInput,
): Pick<AreaEstimate, 'status' | 'estimate'> {
  const own = new Float64Array(values.length).fill(Number.NaN);
  let count = 0;
  for (let respondent = 0; respondent < own.length; respondent += 1) {
    const value = values[respondent] ?? Number.NaN;
    if (!isIn[respondent] || Number.isNaN(value)) continue;
    own[respondent] = value;
    count += 1;
  }
  if (count < Math.max(1, settings.hiddenBelow)) return { status: 'hidden', estimate: null };
  const isShare = measure.kind === 'share';
  const found = (isShare ? estimateWeightedShare : estimateMean)(weighting.sample, own);
  if (!found) return { status: 'hidden', estimate: null };
  return {
    status: count < settings.indicativeBelow ? 'indicative' : 'final',
    estimate: isShare ? toPercent(found) : found,
  };
}

function toPercent(estimate: WeightedEstimate): WeightedEstimate {
  const { value, standardError, lower, upper } = estimate;
  return {
    ...estimate,
    value: 100 * value,
    standardError: 100 * standardError,
    lower: 100 * lower,
    upper: 100 * upper,
  };
}

/** The one municipality that an indicator is asked in; null: all. */
function municipalityOf(questionnaire: Questionnaire, indicator: MeasuredIndicator): string | null {
  const keys = listAskedKeys(questionnaire);
  return (
    listMeasured(indicator)
      .map((key) => keys.get(key)?.block.municipality ?? null)
      .find((own) => own !== null) ?? null
  );
}

function liesIn({ code, level }: EstimatedArea, municipality: string): boolean {
  return level !== 'region' && municipalityOfCode(code) === municipality;
}

function listMembers({ code, level }: EstimatedArea, sheets: readonly Sheet<Answers>[]): Uint8Array {
  const isMember = ({ district, stratum }: Sheet<Answers>): boolean => {
    if (level === 'region') return true;
    if (level === 'municipality') return municipalityOfCode(district) === code;
    return level === 'district' ? district === code : stratum === code;
  };
  return Uint8Array.from(sheets, (sheet) => (isMember(sheet) ? 1 : 0));
}

/**
 * Whether the sample covers an area: as a stratum, within one, or with strata that cover all of its parts. Where there
 * is no sample, whoever answered by the open link stands for his district.
 */
function createCoverage({ weighting, strata, areas }: EstimationInput): (area: EstimatedArea) => boolean {
  const drawn = new Set(strata.filter(({ population }) => population > 0).map(({ area }) => area));
  const answered = new Set(weighting.sheets.map(({ district }) => district));
  const parts = new Map<string, EstimatedArea[]>();
  for (const area of areas)
    if (area.parent !== null) parts.set(area.parent, [...(parts.get(area.parent) ?? []), area]);
  const isWithin = ({ code }: EstimatedArea) => {
    const level = levelOfCode(code);
    return drawn.has(code) || (level === 'district' && drawn.has(municipalityOfCode(code)));
  };
  const isCovered = (area: EstimatedArea): boolean => {
    if (weighting.report.way === 'open')
      return area.level === 'district' ? answered.has(area.code) : area.level !== 'neighbourhood';
    if (isWithin(area)) return true;
    const own = parts.get(area.code) ?? [];
    return area.level !== 'neighbourhood' && own.length > 0 && own.every(isCovered);
  };
  return isCovered;
}
