import { computeObservations, listNeeded } from '../derivation/computation.ts';
import { createDenominators } from '../derivation/denominators.ts';
import { deriveIndicator } from '../derivation/derive.ts';
import { addFigure, type Figures, indexFigures } from '../derivation/figures.ts';
import type { Hierarchy } from '../derivation/hierarchy.ts';
import { readAddress, writeAddress } from '../dimension.ts';
import type { Indicator } from '../indicator.ts';
import type { Observation } from '../observation.ts';
import type { AreaLink } from './area-axis.ts';
import type { EarlierKnowledge } from './earlier.ts';
import {
  type CellKey,
  keyOf,
  type LinkedIndicator,
  type ProtectionCount,
  protectLinkedIndicator,
  showFigure,
} from './linked-indicator.ts';
import type { Circumstances } from './primary.ts';
import type { DisclosureRule } from './rule.ts';

/** What protecting needs of everything that is there. */
export interface ProtectionInput {
  /** All definitions, items as indicators of their own. */
  readonly indicators: readonly Indicator[];
  /** Addresses whose figures are computed now. */
  readonly affected: ReadonlySet<string>;
  /** The true figures that are given of an address. */
  readonly readFigures: (address: string) => readonly Observation[];
  readonly hierarchies: ReadonlyMap<number, Hierarchy>;
  readonly links: readonly AreaLink[];
  /** What earlier releases told, of the indicator with its items. */
  readonly earlierOf: (indicator: string) => EarlierKnowledge;
}

/** What was protected of an indicator with its items. */
export interface ProtectedIndicator extends ProtectionCount {
  readonly indicator: string;
}

/** Figures as they may be shown. */
export interface ProtectedFigures {
  /** Addresses whose figures are all settled here, computed ones too. */
  readonly settled: ReadonlySet<string>;
  /** Of the settled addresses, what is shown of figures that we compute. */
  readonly computed: readonly Observation[];
  /** Addresses of which some that are given are not shown as they are. */
  readonly guarded: ReadonlySet<string>;
  /** A given figure as it may be shown; the same object where that is as it is. */
  readonly show: (figure: Observation) => Observation;
  /** The true figures behind those that are not shown as they are, one a cell. */
  readonly confidential: readonly Observation[];
  readonly counts: readonly ProtectedIndicator[];
}

/** Suppresses and rounds the figures of indicators that have a rule, and those that would give them away. */
export function protectFigures(input: ProtectionInput): ProtectedFigures {
  const [settled, guarded] = [new Set<string>(), new Set<string>()];
  const [computed, confidential, counts] = [
    [] as Observation[],
    [] as Observation[],
    [] as ProtectedIndicator[],
  ];
  const replaced = new Map<CellKey, Observation>();
  const shown = indexFigures([]);
  const keep = (figure: Observation, protectedFigure: Observation) => {
    if (protectedFigure === figure) return;
    replaced.set(`${figure.origin} ${keyOf(figure)}`, protectedFigure);
  };
  for (const { whole, rule, addresses } of listLinkedIndicators(input)) {
    const truth = readTruth(input, addresses);
    const linked: LinkedIndicator = {
      addresses,
      wholeOf: createWholeOf(input, addresses),
      rule,
      isCount: whole.kind === 'count',
    };
    const best = addresses
      .flatMap((address) => listFigures(truth, address))
      .filter(({ level }) => level !== 'country');
    const protection = protectLinkedIndicator(linked, best, {
      hierarchies: input.hierarchies,
      links: input.links,
      look: createLook(input, rule),
      ...input.earlierOf(whole.key),
    });
    counts.push({ indicator: whole.key, ...protection.count });
    for (const address of addresses) {
      settled.add(address);
      guarded.add(address);
      for (const figure of truth.rows.get(address) ?? []) {
        const protectedFigure = showFigure(figure, protection, rule);
        addFigure(shown, protectedFigure);
        keep(figure, protectedFigure);
        if (figure.origin !== 'published') computed.push(protectedFigure);
      }
      for (const figure of listFigures(truth, address))
        if (showFigure(figure, protection, rule) !== figure) confidential.push(figure);
    }
  }
  for (const follower of input.indicators) {
    if (settled.has(follower.key) || !input.affected.has(follower.key)) continue;
    const follow = createFollow(input, follower, settled, shown);
    if (!follow) continue;
    guarded.add(follower.key);
    for (const figure of input.readFigures(follower.key)) {
      const protectedFigure = follow(figure);
      if (protectedFigure === figure) continue;
      keep(figure, protectedFigure);
      confidential.push(figure);
    }
  }
  const show = (figure: Observation) => replaced.get(`${figure.origin} ${keyOf(figure)}`) ?? figure;
  return { settled, computed, guarded, show, confidential, counts };
}

/** The addresses that must be protected together with those that change: all of a linked indicator, and what it is judged by. */
export function listProtectedTogether(
  changed: ReadonlySet<string>,
  indicators: readonly Indicator[],
): Set<string> {
  const together = new Set(changed);
  const wholes = new Set([...changed].map((address) => readAddress(address).indicator));
  for (const { key, disclosure } of indicators) {
    if (!disclosure || !wholes.has(readAddress(key).indicator)) continue;
    together.add(key);
    for (const other of indicators)
      if (readAddress(other.key).indicator === disclosure.dominance?.given) together.add(other.key);
  }
  return together;
}

/** Indicators that a rule is set on and of which something is affected, each with the addresses of all its items. */
function listLinkedIndicators({ indicators, affected }: ProtectionInput) {
  return indicators.flatMap((whole) => {
    const { key, disclosure } = whole;
    if (!disclosure || readAddress(key).category !== null) return [];
    const addresses = indicators
      .filter((other) => readAddress(other.key).indicator === key)
      .map((other) => other.key);
    return addresses.some((address) => affected.has(address)) ? [{ whole, rule: disclosure, addresses }] : [];
  });
}

interface Truth {
  /** Every row, of whatever origin. */
  readonly rows: ReadonlyMap<string, readonly Observation[]>;
  readonly figures: Figures;
}

/** The figures of these addresses as they would be without any rule. */
function readTruth(
  { indicators, readFigures, hierarchies }: ProtectionInput,
  addresses: readonly string[],
): Truth {
  const needed = listNeeded(addresses, indicators);
  const given = [...needed].flatMap(readFigures);
  const definitions = indicators.filter(({ key }) => needed.has(key));
  const all = [...given, ...computeObservations(given, definitions, hierarchies)];
  const rows = new Map<string, Observation[]>();
  for (const figure of all) {
    const list = rows.get(figure.indicator);
    if (list) list.push(figure);
    else rows.set(figure.indicator, [figure]);
  }
  return { rows, figures: indexFigures(all) };
}

function listFigures({ figures }: Truth, address: string): Observation[] {
  return [...(figures.get(address)?.values() ?? [])].flatMap((periods) =>
    [...periods.values()].flatMap((areas) => [...areas.values()]),
  );
}

function createWholeOf(
  { indicators }: ProtectionInput,
  addresses: readonly string[],
): LinkedIndicator['wholeOf'] {
  const own = new Set(addresses);
  const wholes = new Map<string, string>();
  for (const { key, parts = [] } of indicators)
    if (own.has(key)) for (const part of parts) wholes.set(part, key);
  return (address) => wholes.get(address) ?? null;
}

/** What a rule looks at beside a figure: how many people, and the share of the largest contributors. */
function createLook(input: ProtectionInput, { denominator, dominance }: DisclosureRule) {
  const people = denominator === null ? null : readTruth(input, [denominator]).figures;
  const shares = new Map<string, Figures>();
  const finders = new Map<string, ReturnType<typeof createDenominators>>();
  const countPeople = (figure: Observation): number | null => {
    if (!people || denominator === null) return null;
    const key = `${figure.boundaryYear} ${figure.period}`;
    const find =
      finders.get(key) ?? createDenominators(denominator, people, figure.boundaryYear, figure.period);
    finders.set(key, find);
    return find(figure).figure?.value ?? null;
  };
  const readShare = ({ indicator, boundaryYear, period, area }: Observation): number | null => {
    if (!dominance) return null;
    const address = shareAddress(input, dominance.given, indicator);
    const figures = shares.get(address) ?? readTruth(input, [address]).figures;
    shares.set(address, figures);
    return figures.get(address)?.get(boundaryYear)?.get(period)?.get(area)?.value ?? null;
  };
  return (figure: Observation): Circumstances => ({
    denominator: countPeople(figure),
    share: readShare(figure),
  });
}

/** Where the shares are divided as the figures are, those of the same category. */
function shareAddress({ indicators }: ProtectionInput, given: string, address: string): string {
  const own = writeAddress({ indicator: given, category: readAddress(address).category });
  return indicators.some(({ key }) => key === own) ? own : given;
}

/**
 * How figures that a source gives ready-made follow those that they are made of: suppressed where those are, and computed
 * from what is shown of those where that is rounded. Null for an indicator that is made of nothing protected.
 */
function createFollow(
  input: ProtectionInput,
  follower: Indicator,
  settled: ReadonlySet<string>,
  shown: Figures,
): ((figure: Observation) => Observation) | null {
  const { derive } = follower;
  const judged = input.indicators.filter(
    ({ key, disclosure }) =>
      settled.has(key) &&
      disclosure?.dominance &&
      shareAddress(input, disclosure.dominance.given, key) === follower.key,
  );
  const isDerived = derive && (settled.has(derive.numerator) || settled.has(derive.denominator));
  if (!isDerived && judged.length === 0) return null;
  const beside = indexFigures([]);
  for (const key of isDerived ? [derive.numerator, derive.denominator] : [])
    for (const figure of settled.has(key)
      ? listFigures({ figures: shown, rows: new Map() }, key)
      : listFigures(readTruth(input, [key]), key))
      addFigure(beside, figure);
  const derived = new Map(deriveIndicator(follower, beside).map((figure) => [keyOf(figure), figure]));
  return (figure) => {
    const { boundaryYear, period, area } = figure;
    if (figure.value === null) return figure;
    const bare = { value: null, lower: null, upper: null, sampleSize: null, status: 'suppressed' as const };
    for (const { key } of judged) {
      const reason = shown.get(key)?.get(boundaryYear)?.get(period)?.get(area)?.note?.suppressed;
      if (reason !== undefined) return { ...figure, ...bare, note: { suppressed: reason } };
    }
    const made = derived.get(keyOf(figure));
    if (made?.note?.suppressed) return { ...figure, ...bare, note: { suppressed: made.note.suppressed } };
    if (made?.value == null || made.note?.roundedTo === undefined) return figure;
    return { ...figure, value: made.value, lower: null, upper: null, note: made.note };
  };
}
