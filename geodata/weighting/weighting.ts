import { districtOfNeighbourhood, levelOfCode, municipalityOfCode } from '../area.ts';
import type { EntryWay, RegisterCount, Stratum } from '../questionnaire/round.ts';
import { countEffective, type WeightedSample } from './estimate.ts';
import { type CollapsedCell, chooseMargins, type Respondent } from './margins.ts';
import { createProjection } from './projection.ts';
import { type Bounds, rake } from './rake.ts';

export interface WeightingInput<Each extends Respondent> {
  readonly sheets: readonly Each[];
  /** None where whoever wanted to answered: those are weighted to the register alone. */
  readonly strata: readonly Pick<Stratum, 'area' | 'population' | 'invited'>[];
  /** Of the ages that are asked. None: weights are those of the design. */
  readonly register: readonly RegisterCount[];
  readonly settings: WeightingSettings;
}

export interface WeightingSettings {
  /** How far a weight may go from that of the design; null: as far as it takes. */
  readonly bounds: Bounds | null;
  /** Cells and districts with fewer respondents are put together with others. */
  readonly fewest: number;
}

export const usualWeighting: WeightingSettings = { bounds: { lower: 0.2, upper: 5 }, fewest: 10 };

/** What the weighting did, for whoever judges its figures. Plain data. */
export interface WeightingReport {
  /** `poststratified`: every age, sex and district its own number; `raked`: the margins theirs; `design`: no register. */
  readonly method: 'design' | 'poststratified' | 'raked';
  /** Which answers count: those of the sample, or of an open link where there was no sample. */
  readonly way: EntryWay;
  readonly respondents: number;
  /** Codes that were handed out; 0 for an open link. */
  readonly invited: number;
  /** Answers by the open link beside a sample, which are kept apart: in no figure. */
  readonly keptApart: number;
  /** Answers of no stratum or no district of the register: in no figure. */
  readonly leftOut: number;
  /** Respondents of whom age or sex is not known: they are weighted by their district alone. */
  readonly withoutAgeOrSex: number;
  /** Strata in which nobody answered; where the register is known, others of their municipality stand for their people. */
  readonly silent: readonly { readonly area: string; readonly people: number }[];
  /** Strata with one respondent, whose variance is that of his distance from zero. */
  readonly lonely: readonly string[];
  /** Districts, and cells of age and sex, that were put together as too few answered. */
  readonly collapsedDistricts: readonly (readonly string[])[];
  readonly collapsedCells: readonly CollapsedCell[];
  readonly bounds: Bounds | null;
  readonly bounded: number;
  readonly hasConverged: boolean;
  readonly rounds: number;
  /** The largest relative distance from the register that is left. */
  readonly distance: number;
  readonly lowestWeight: number;
  readonly highestWeight: number;
  /** Kish's effective number of all respondents, and what the weights alone cost: respondents ÷ that. */
  readonly effectiveCount: number;
  readonly designEffect: number;
}

export interface Weighting<Each extends Respondent> {
  /** Those that count, in the order of the weights. */
  readonly sheets: readonly Each[];
  readonly sample: WeightedSample;
  readonly report: WeightingReport;
}

/**
 * Weights sheets: each first by people ÷ respondents of his stratum (drawn by lot, and everybody there as likely to
 * answer), then to the register's people by district, age and sex: at once where every cell holds enough respondents
 * (post-stratification), else by its margins (raking). Null where no sheet counts.
 */
export function weightSheets<Each extends Respondent>(input: WeightingInput<Each>): Weighting<Each> | null {
  const way: EntryWay = input.strata.length ? 'code' : 'open';
  const populationOf = new Map(input.strata.map(({ area, population }) => [area, population]));
  const register = keepCovered(input);
  const known = new Set(register.map(({ district }) => district));
  const counts = ({ stratum, district }: Respondent) =>
    (way === 'open' || (stratum !== null && (populationOf.get(stratum) ?? 0) > 0)) &&
    (!known.size || known.has(district));
  const ofWay = input.sheets.filter((sheet) => sheet.way === way);
  const sheets = ofWay.filter(counts);
  if (!sheets.length) return null;
  const strata = [...new Set(sheets.map(({ stratum }) => stratum))];
  const stratumOf = Int32Array.from(sheets, ({ stratum }) => strata.indexOf(stratum));
  const answered = strata.map((_, stratum) => stratumOf.filter((own) => own === stratum).length);
  const people = register.reduce((sum, { count }) => sum + count, 0);
  const peopleOf = strata.map((stratum) =>
    stratum === null ? people || sheets.length : (populationOf.get(stratum) ?? 0),
  );
  const design = Float64Array.from(stratumOf, (own) => (peopleOf[own] ?? 0) / (answered[own] ?? 1));
  const chosen = chooseMargins(sheets, design, register, input.settings.fewest);
  const raked = rake(design, chosen.margins, input.settings.bounds);
  const effectiveCount = countEffective(raked.weights);
  return {
    sheets,
    sample: {
      weights: raked.weights,
      stratumOf,
      project: createProjection(chosen.margins, design),
    },
    report: {
      method: chosen.method,
      way,
      respondents: sheets.length,
      invited: input.strata.reduce((sum, { invited }) => sum + invited, 0),
      keptApart: input.sheets.length - ofWay.length,
      leftOut: ofWay.length - sheets.length,
      withoutAgeOrSex: chosen.isWithout.filter(Boolean).length,
      silent: input.strata
        .filter(({ area, population }) => population > 0 && !strata.includes(area))
        .map(({ area, population }) => ({ area, people: population })),
      lonely: strata.filter((area, stratum): area is string => area !== null && answered[stratum] === 1),
      collapsedDistricts: chosen.collapsedDistricts,
      collapsedCells: chosen.collapsedCells,
      bounds: input.settings.bounds,
      bounded: raked.bounded,
      hasConverged: raked.hasConverged,
      rounds: raked.rounds,
      distance: raked.distance,
      lowestWeight: raked.weights.reduce((least, weight) => Math.min(least, weight)),
      highestWeight: raked.weights.reduce((most, weight) => Math.max(most, weight)),
      effectiveCount,
      designEffect: sheets.length / effectiveCount,
    },
  };
}

/** The register's people of districts that a stratum lies in, or that lie in one; of all of them where there are no strata. */
function keepCovered({
  register,
  strata,
}: Pick<WeightingInput<Respondent>, 'register' | 'strata'>): RegisterCount[] {
  if (!strata.length) return [...register];
  const covered = new Set(
    strata.map(({ area }) => (levelOfCode(area) === 'neighbourhood' ? districtOfNeighbourhood(area) : area)),
  );
  return register.filter(
    ({ district }) => covered.has(district) || covered.has(municipalityOfCode(district)),
  );
}
