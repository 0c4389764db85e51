import type { Indicator } from '../indicator.ts';
import { type Level, levels } from '../level.ts';
import { nearestPeriod } from '../nearest-period.ts';
import { type Observation, type Origin, reasonOf, type Status } from '../observation.ts';
import { type Figures, type FiguresOfYear, listCells, periodsWithValues } from './figures.ts';
import type { Hierarchy, PartArea } from './hierarchy.ts';

/**
 * The least share of a whole that must be known for it to have a figure: of the parts for a sum, of the weight for a
 * mean. With 80% known, the unknown rest would have to differ by a quarter of the whole to move a mean by 5%; below
 * it a figure would mostly tell which parts are unknown. The rest stays visible as `estimated`, with the parts counted.
 */
export const knownShareNeeded = 0.8;

/** Levels whose figures are made of parts, the smallest first; the country reaches beyond the areas that are held. */
const wholes = ['district', 'municipality', 'region'] as const;

/** An area that makes part of a whole. `weight` is null where it is unknown. */
interface Part {
  readonly figure: Observation | undefined;
  readonly weight: number | null;
}

type Rule = 'sum' | { readonly weightedBy: string };

/**
 * Figures of districts, municipalities and the region out of those of their parts, for every boundary year and period
 * that `figures` holds of the indicator; also for areas whose source gives a figure of its own. Empty for an indicator
 * whose rule is `none` or `derived`.
 *
 * The parts are those of the nearest level below on which the source itself gives every figure, else those of the
 * smallest level that has figures. One of too few people takes no part, but what it weighs counts as not known. Bounds and sample sizes stay empty: how the errors of the parts hang together is
 * not known, so that any bounds of the whole would be a guess.
 */
export function aggregateIndicator(
  indicator: Indicator,
  figures: Figures,
  hierarchies: ReadonlyMap<number, Hierarchy>,
): Observation[] {
  const rule = indicator.aggregate;
  if (rule === 'none' || rule === 'derived') return [];
  const made: Observation[] = [];
  for (const { boundaryYear, period, areas } of listCells(figures, indicator.key)) {
    const hierarchy = hierarchies.get(boundaryYear);
    if (!hierarchy) continue;
    for (const level of wholes) {
      const partLevel = choosePartLevel(level, areas, hierarchy);
      if (!partLevel) continue;
      const weigh = createWeights(rule, figures, { boundaryYear, period, level: partLevel });
      for (const [code, members] of hierarchy.group(level, partLevel)) {
        const parts = listParts(members, areas, weigh);
        const whole = combineParts(parts, rule);
        if (whole) made.push({ ...whole, indicator: indicator.key, area: code, level, boundaryYear, period });
      }
    }
  }
  return made;
}

function choosePartLevel(
  whole: Level,
  areas: Map<string, Observation>,
  hierarchy: Hierarchy,
): Level | undefined {
  const below = levels.slice(levels.indexOf(whole) + 1);
  const present = below.filter((level) =>
    hierarchy.list(level).some(({ code }) => isGiven(areas.get(code)?.origin)),
  );
  const complete = present.find((level) =>
    hierarchy.list(level).every(({ code, water }) => water || isPublishedValue(areas.get(code))),
  );
  return complete ?? present.at(-1);
}

/** By the source, whatever became of it. */
function isGiven(origin: Origin | undefined): boolean {
  return origin === 'published' || origin === 'withheld';
}

function isPublishedValue(figure: Observation | undefined): boolean {
  return isGiven(figure?.origin) && (figure?.value !== null || figure.status === 'too-few');
}

function createWeights(
  rule: Rule,
  figures: Figures,
  cell: { boundaryYear: number; period: string; level: Level },
): (code: string) => number | null {
  if (rule === 'sum') return () => 1;
  const { boundaryYear, period, level } = cell;
  const candidates = periodsWithValues(figures, rule.weightedBy, boundaryYear, level);
  const nearest = nearestPeriod(period, candidates);
  const years: FiguresOfYear | undefined = figures.get(rule.weightedBy)?.get(boundaryYear);
  const weights = nearest === undefined ? undefined : years?.get(nearest);
  return (code) => weights?.get(code)?.value ?? null;
}

/** The parts that matter: no water without a figure, nothing that weighs nothing. */
function listParts(
  members: readonly PartArea[],
  areas: Map<string, Observation>,
  weigh: (code: string) => number | null,
): Part[] {
  return members
    .map(({ code, water }) => ({ figure: areas.get(code), weight: weigh(code), water }))
    .filter(({ figure, weight, water }) => weight !== 0 && !(water && figure === undefined));
}

type Whole = Omit<Observation, 'indicator' | 'area' | 'level' | 'boundaryYear' | 'period'>;

function combineParts(parts: readonly Part[], rule: Rule): Whole | null {
  const given = parts.flatMap(({ figure }) => figure ?? []);
  if (given.length === 0) return null;
  const counted = parts.filter(({ figure }) => figure?.status !== 'too-few');
  const known = counted.filter(isKnown);
  const knownWeight = addWeights(known);
  const isEnough = known.length > 0 && knownWeight >= knownShareNeeded * estimateWeight(parts);
  const total = known.reduce((sum, { figure, weight }) => sum + figure.value * weight, 0);
  return {
    value: isEnough ? (rule === 'sum' ? total : total / knownWeight) : null,
    lower: null,
    upper: null,
    sampleSize: null,
    status: isEnough ? statusOfKnown(known, counted.length) : statusOfUnknown(parts),
    origin: 'aggregated',
    source: mostFrequent(given.map(({ source }) => source)),
    note: { parts: counted.length, partsKnown: known.length },
  };
}

interface KnownPart {
  readonly figure: Observation & { readonly value: number };
  readonly weight: number;
}

function isKnown(part: Part): part is KnownPart {
  return part.weight !== null && part.figure !== undefined && part.figure.value !== null;
}

function addWeights(parts: readonly { readonly weight: number | null }[]): number {
  return parts.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
}

/** The weight of all parts, those of unknown weight counted as the mean of the others. */
function estimateWeight(parts: readonly Part[]): number {
  const weighed = parts.filter(({ weight }) => weight !== null).length;
  return weighed === 0 ? 0 : (addWeights(parts) / weighed) * parts.length;
}

function statusOfKnown(known: readonly KnownPart[], parts: number): Status {
  const partStatuses = new Set(known.map(({ figure }) => figure.status));
  if (known.length < parts || partStatuses.has('estimated')) return 'estimated';
  return partStatuses.has('provisional') ? 'provisional' : 'final';
}

/** Where all parts lack a value for one reason, so does the whole; else too little of it is known. */
function statusOfUnknown(parts: readonly Part[]): Status {
  const [first, ...others] = new Set(parts.map(({ figure }) => figure?.status ?? 'missing'));
  return first !== undefined && others.length === 0 ? reasonOf([first]) : 'missing';
}

function mostFrequent(sources: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0] as [
    string,
    number,
  ])[0];
}
