import { isTooFew } from '../../denominator.ts';
import { knownShareNeeded } from '../../derivation/aggregate.ts';
import type { Indicator } from '../../indicator.ts';
import { hasValue, reasonOf, type Status } from '../../observation.ts';
import { isSameShape, type LineageLink } from '../lineage/chain.ts';
import { sameShapeTolerance } from '../lineage/change.ts';

/** Part of an area of the other year: a share of its count, 0 to 1. */
interface CarryPart {
  readonly code: string;
  readonly share: number;
  /** All of it but for a crumb came along. */
  readonly isWhole: boolean;
}

/** What an area of the wished boundary year is made of. */
export interface CarriedArea {
  readonly parts: readonly CarryPart[];
  /** It is one area of the other year, of the same shape: figures are taken over as they are. */
  readonly isSame: boolean;
  /** It is exactly some whole areas of the other year: figures are added up, and nothing is estimated. */
  readonly isExact: boolean;
  /** Share of its ground that the parts account for. */
  readonly coverage: number;
}

/** How figures go from the areas of one boundary year to those of another. */
export interface CarryPlan {
  /** By code of the wished year. */
  readonly areas: ReadonlyMap<string, CarriedArea>;
  /** Codes of the other year whose ground no area of the wished year has. */
  readonly unplaced: readonly string[];
}

/** Less than this of the ground and the inhabitants on both sides is a matter of drawing, and carries nothing. */
const crumb = 0.01;

type Pair = LineageLink & { readonly fromCode: string; readonly toCode: string };

/**
 * Divides the count of every from-area over the to-areas that share its ground: by inhabitants where those of all its
 * parts are known, else by ground, so that the shares of each area add up to 1 and totals are kept. Areas of one shape
 * pass whole, and take nothing from others but from an area that would have nowhere else to go.
 */
export function planCarry(links: readonly LineageLink[]): CarryPlan {
  const pairs = links.filter((link): link is Pair => link.fromCode !== null && link.toCode !== null);
  const groups = new Map<string, CarryPart[]>();
  const kept = choosePairs(pairs);
  for (const [code, own] of kept) {
    const shares = shareOut(own);
    own.forEach((pair, index) => {
      const isWhole = isSameShape(pair) || isAlmostAll(pair);
      const part = { code, share: shares[index] ?? 0, isWhole };
      groups.set(pair.toCode, [...(groups.get(pair.toCode) ?? []), part]);
    });
  }
  const grounds = coverGround([...kept.values()].flat());
  const same = new Set(pairs.filter(isSameShape).map(({ toCode }) => toCode));
  const areas = [...groups].map(([code, parts]): [string, CarriedArea] => {
    const isSame = parts.length === 1 && same.has(code);
    const coverage = same.has(code) ? 1 : (grounds.get(code) ?? 1);
    const isSum = parts.length > 1 && parts.every(({ isWhole }) => isWhole);
    return [code, { parts, isSame, isExact: isSame || (isSum && coverage >= sameShapeTolerance), coverage }];
  });
  const codes = new Set(links.flatMap(({ fromCode }) => fromCode ?? []));
  return { areas: new Map(areas), unplaced: [...codes].filter((code) => !kept.has(code)) };
}

/** The pairs that carry something, by code of the from-area. */
function choosePairs(pairs: readonly Pair[]): Map<string, Pair[]> {
  const same = pairs.filter(isSameShape);
  const settledFrom = new Set(same.map(({ fromCode }) => fromCode));
  const settledTo = new Set(same.map(({ toCode }) => toCode));
  const kept = new Map<string, Pair[]>();
  for (const code of new Set(pairs.map(({ fromCode }) => fromCode))) {
    const own = pairs.filter(({ fromCode }) => fromCode === code);
    if (settledFrom.has(code)) {
      kept.set(code, own.filter(isSameShape));
      continue;
    }
    const free = own.filter(({ toCode }) => !settledTo.has(toCode));
    const weighty = free.filter((pair) => !isCrumb(pair));
    kept.set(code, [weighty, free, own].find((each) => each.length > 0) ?? []);
  }
  return kept;
}

function isCrumb({ areaShare, populationShare, toAreaShare }: Pair): boolean {
  return Math.max(areaShare, populationShare ?? 0, toAreaShare ?? 0) < crumb;
}

function isAlmostAll({ areaShare, populationShare }: Pair): boolean {
  return Math.min(areaShare, populationShare ?? 1) >= 1 - crumb;
}

function shareOut(pairs: readonly Pair[]): number[] {
  const people = pairs.map(({ populationShare }) => populationShare);
  const known = people.filter((share) => share !== null);
  const hasPeople = known.length === pairs.length && known.some((share) => share > 0);
  const shares = hasPeople ? known : pairs.map(({ areaShare }) => areaShare);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (total > 0 ? share / total : 1 / pairs.length));
}

/** Share of each to-area's ground that the pairs account for, where that is known of all of them. */
function coverGround(pairs: readonly Pair[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { toCode, toAreaShare } of pairs)
    sums.set(toCode, (sums.get(toCode) ?? 0) + (toAreaShare ?? Number.NaN));
  return new Map([...sums].flatMap(([code, sum]) => (Number.isNaN(sum) ? [] : [[code, Math.min(1, sum)]])));
}

/** A figure as far as carrying needs it. */
export interface CarryFigure {
  readonly value: number | null;
  readonly status: Status;
}

/** Figures of one period by code, in the boundaries of the other year. */
type CarryFigures = ReadonlyMap<string, CarryFigure>;

/** What a carried figure is divided by may be too little for it, as of one that is published. */
type Smallest = Pick<Indicator, 'smallestDenominator'>;

/** By which figures an indicator is carried, as its definition says. */
export type CarryRule =
  | { readonly by: 'count' }
  | { readonly by: 'nothing' }
  | ({
      readonly by: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      readonly factor: number;
    } & Smallest)
  | ({ readonly by: 'mean'; readonly weight: string } & Smallest);

/**
 * A derived figure goes by its numerator and denominator, a mean by its weight, a count by itself. What cannot be added
 * up in any way is taken over where an area kept its shape, and is missing elsewhere.
 */
export function carryRuleOf({
  aggregate,
  derive,
  smallestDenominator,
}: Pick<Indicator, 'aggregate' | 'derive' | 'smallestDenominator'>): CarryRule {
  if (derive) return { by: 'ratio', ...derive, smallestDenominator };
  if (typeof aggregate === 'object') return { by: 'mean', weight: aggregate.weightedBy, smallestDenominator };
  return aggregate === 'sum' ? { by: 'count' } : { by: 'nothing' };
}

/** What carries a period's figures: they themselves, and what its rule asks for. */
export interface CarryInput {
  readonly own: CarryFigures;
  readonly rule: CarryRule;
  readonly numerators?: CarryFigures;
  readonly denominators?: CarryFigures;
  readonly weights?: CarryFigures;
}

export interface CarriedFigure extends CarryFigure {
  /**
   * Share of the value (of a rate or a mean: of what it is divided by) that came from areas carried whole: 1 for what is
   * not estimated, null where there is no value.
   */
  readonly measuredShare: number | null;
  /** The area whose figure this is as published, with its bounds; null for a figure that was computed. */
  readonly copyOf: string | null;
}

const absent: CarryFigure = { value: null, status: 'missing' };

/** The figures of every area of the wished year that has ground of the other year's areas. */
export function carryFigures(plan: CarryPlan, input: CarryInput): Map<string, CarriedFigure> {
  return new Map([...plan.areas].map(([code, area]) => [code, carryArea(area, input)]));
}

function carryArea(area: CarriedArea, input: CarryInput): CarriedFigure {
  const { own, rule } = input;
  const [first] = area.parts;
  if (area.isSame && first) {
    const figure = own.get(first.code) ?? absent;
    return { ...figure, measuredShare: hasValue(figure.status) ? 1 : null, copyOf: first.code };
  }
  if (rule.by === 'nothing') return without(area, own);
  if (rule.by === 'count') return addUp(area, own);
  if (rule.by === 'mean') return average(area, own, input.weights ?? new Map(), rule);
  const numerator = addUp(area, input.numerators ?? new Map());
  const denominator = addUp(area, input.denominators ?? new Map());
  return divide(area, own, { numerator, denominator, rule });
}

/** Without a value: the status says what keeps it away, the strictest reason first. */
function without(area: CarriedArea, ...figures: readonly CarryFigures[]): CarriedFigure {
  const found = relevantParts(area).flatMap(({ code }) => figures.map((each) => each.get(code) ?? absent));
  return nothing(found.map(({ status }) => status));
}

function nothing(statuses: readonly Status[]): CarriedFigure {
  return { value: null, status: reasonOf(statuses), measuredShare: null, copyOf: null };
}

/** Parts that bring something; all of them where none does. */
function relevantParts({ parts }: CarriedArea): readonly CarryPart[] {
  const some = parts.filter(({ share }) => share > 0);
  return some.length > 0 ? some : parts;
}

interface WeighedPart {
  readonly isWhole: boolean;
  readonly weight: number;
}

function addUp(area: CarriedArea, figures: CarryFigures): CarriedFigure {
  const parts: (WeighedPart & { readonly status: Status })[] = [];
  for (const { code, share, isWhole } of relevantParts(area)) {
    const { value, status } = figures.get(code) ?? absent;
    if (value === null) return without(area, figures);
    parts.push({ isWhole, weight: value * share, status });
  }
  const value = parts.reduce((sum, { weight }) => sum + weight, 0);
  return { value, ...judge(area, parts), copyOf: null };
}

/** A part that is of too few people takes no part, as in aggregate.ts, as long as most of the weight does. */
function average(
  area: CarriedArea,
  figures: CarryFigures,
  weights: CarryFigures,
  smallest: Smallest,
): CarriedFigure {
  const parts: (WeighedPart & { readonly value: number; readonly status: Status })[] = [];
  let leftOut = 0;
  for (const { code, share, isWhole } of relevantParts(area)) {
    const weight = weights.get(code)?.value ?? null;
    if (weight === 0) continue;
    const { value, status } = figures.get(code) ?? absent;
    if (status === 'too-few' && weight !== null) {
      leftOut += weight * share;
      continue;
    }
    if (value === null || weight === null) return without(area, figures);
    parts.push({ isWhole, weight: weight * share, value, status });
  }
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || total < knownShareNeeded * (total + leftOut)) return without(area, figures);
  if (isTooFew(smallest, total + leftOut)) return nothing(['too-few']);
  const sum = parts.reduce((all, { value, weight }) => all + value * weight, 0);
  return { value: sum / total, ...judge(area, parts), copyOf: null };
}

interface Ratio {
  readonly numerator: CarriedFigure;
  readonly denominator: CarriedFigure;
  readonly rule: Extract<CarryRule, { by: 'ratio' }>;
}

function divide(
  area: CarriedArea,
  own: CarryFigures,
  { numerator, denominator, rule }: Ratio,
): CarriedFigure {
  const withheld = relevantParts(area).some(({ code }) => own.get(code)?.status === 'suppressed');
  const possible = numerator.value !== null && denominator.value !== null && denominator.value > 0;
  if (withheld) return nothing(['suppressed']);
  if (numerator.value !== null && isTooFew(rule, denominator.value)) return nothing(['too-few']);
  if (!possible) return nothing([numerator.status, denominator.status]);
  const value = ((numerator.value ?? 0) / (denominator.value ?? 1)) * rule.factor;
  const status = leastCertain([numerator.status, denominator.status]);
  return { value, status, measuredShare: denominator.measuredShare, copyOf: null };
}

/** Status and measured share of what was made of parts. */
function judge(
  area: CarriedArea,
  parts: readonly (WeighedPart & { readonly status: Status })[],
): Pick<CarriedFigure, 'status' | 'measuredShare'> {
  if (area.isExact) return { status: leastCertain(parts.map(({ status }) => status)), measuredShare: 1 };
  return { status: 'estimated', measuredShare: shareMeasured(parts) * area.coverage };
}

/** By weight; where nothing weighs anything, by the number of parts. */
function shareMeasured(parts: readonly WeighedPart[]): number {
  const add = (list: readonly WeighedPart[]) => list.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  const whole = parts.filter(({ isWhole }) => isWhole);
  const total = add(parts);
  return total > 0 ? add(whole) / total : whole.length / parts.length;
}

function leastCertain(statuses: readonly Status[]): Status {
  return (['estimated', 'provisional'] as const).find((each) => statuses.includes(each)) ?? 'final';
}

/** The boundary year to carry from: the nearest to the wished one, of two equally near the later. */
export function nearestBoundaryYear(years: Iterable<number>, wished: number): number | undefined {
  const distance = (year: number) => Math.abs(year - wished);
  return [...years].sort((one, other) => distance(one) - distance(other) || other - one)[0];
}
