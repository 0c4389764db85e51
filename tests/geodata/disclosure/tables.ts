import { arrangeHierarchy, type Hierarchy, type PartArea } from '../../../geodata/derivation/hierarchy.ts';
import type { LinkedIndicator, Surroundings } from '../../../geodata/disclosure/linked-indicator.ts';
import {
  boundsOf,
  type DisclosureRule,
  type SuppressionReason,
  suppressionReasons,
} from '../../../geodata/disclosure/rule.ts';
import { levels } from '../../../geodata/level.ts';
import type { Observation } from '../../../geodata/observation.ts';
import { createRandom, type Random } from '../../../geodata/statistics/random.ts';
import { publishedFigure } from '../derivation/figures.ts';
import type { Knowledge } from './attacker.ts';

export const rule: DisclosureRule = {
  smallestCount: 5,
  smallestDenominator: null,
  denominator: null,
  dominance: null,
  rounding: null,
  protection: 3,
};

/** A made-up table: areas in a hierarchy by categories in groups, with every sum. */
export interface MadeTable {
  readonly hierarchy: Hierarchy;
  readonly linked: LinkedIndicator;
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly figures: Observation[];
}

/** A table of random size, most of whose counts are small; the same seed gives the same. */
export function makeTable(seed: number, change: Partial<DisclosureRule> = {}): MadeTable {
  const random = createRandom(seed);
  const hierarchy = arrangeHierarchy(2024, makeAreas(random));
  const parts = makeCategories(random);
  const wholes = new Map([...parts].flatMap(([whole, list]) => list.map((part) => [part, whole] as const)));
  const addresses = ['m', ...wholes.keys()];
  const scale = 1 + 14 * random() ** 2;
  const leaves = hierarchy
    .list('neighbourhood')
    .flatMap(({ code }) =>
      addresses
        .filter((address) => !parts.has(address))
        .map((address) => publishedFigure(address, code, Math.floor(scale * random() ** 3 * 2.2))),
    );
  const linked = {
    addresses,
    wholeOf: (address: string) => wholes.get(address) ?? null,
    rule: { ...rule, ...change },
    isCount: true,
  };
  return { hierarchy, linked, parts, figures: addUp(leaves, hierarchy, wholes) };
}

/** Surroundings in which nothing else is known. */
export function surroundingsOf({ hierarchy }: MadeTable, change: Partial<Surroundings> = {}): Surroundings {
  return {
    hierarchies: new Map([[hierarchy.boundaryYear, hierarchy]]),
    links: [],
    look: () => ({ denominator: null, share: null }),
    wasShown: () => false,
    toldBefore: () => null,
    ...change,
  };
}

function makeAreas(random: Random): PartArea[] {
  const areas: PartArea[] = [{ code: 'twente', level: 'region', parent: null, water: false }];
  const draw = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  for (let m = 1; m <= draw(1, 3); m++) {
    const municipality = `GM000${m}`;
    areas.push({ code: municipality, level: 'municipality', parent: 'twente', water: false });
    for (let d = 1; d <= draw(1, 3); d++) {
      const district = `WK000${m}0${d}`;
      areas.push({ code: district, level: 'district', parent: municipality, water: false });
      for (let n = 1; n <= draw(1, 4); n++)
        areas.push({ code: `BU000${m}0${d}0${n}`, level: 'neighbourhood', parent: district, water: false });
    }
  }
  return areas;
}

function makeCategories(random: Random): Map<string, string[]> {
  const groups = Math.floor(random() * 3);
  const parts = new Map<string, string[]>();
  for (let group = 1; group <= groups; group++) {
    parts.set('m', [...(parts.get('m') ?? []), `m/${group}`]);
    if (random() < 0.7) parts.set(`m/${group}`, [`m/${group}.1`, `m/${group}.2`]);
  }
  return parts;
}

/** The figures with those of every larger area and group, as sums. */
export function addUp(
  leaves: readonly Observation[],
  hierarchy: Hierarchy,
  wholes: ReadonlyMap<string, string>,
): Observation[] {
  const sums = new Map<string, Observation>();
  for (const leaf of leaves)
    for (
      let address: string | undefined = leaf.indicator;
      address !== undefined;
      address = wholes.get(address)
    )
      for (
        let code: string | null = leaf.area;
        code !== null;
        code = hierarchy.areas.get(code)?.parent ?? null
      ) {
        const level = hierarchy.areas.get(code)?.level ?? 'region';
        const before = sums.get(`${address} ${code}`);
        sums.set(`${address} ${code}`, {
          ...leaf,
          indicator: address,
          area: code,
          level,
          value: (before?.value ?? 0) + (leaf.value ?? 0),
        });
      }
  return [...sums.values()];
}

/**
 * All that whoever reads what is published, and knows the rule, can put together: figures, reasons, and that larger areas
 * and groups are sums of their parts. `kept` are figures from earlier releases.
 */
export function gatherKnowledge(
  { hierarchy, parts, linked, figures: truth }: MadeTable,
  shown: readonly Observation[],
  kept: ReadonlyMap<string, number> = new Map(),
  told: ReadonlyMap<string, SuppressionReason> = new Map(),
): Knowledge {
  const name = (address: string, area: string) => `${address}|${area}`;
  const bounds = new Map<string, { lower: number; upper: number }>();
  for (const { indicator, area, value, note } of shown) {
    const key = name(indicator, area);
    const withheld = suppressionReasons.find((reason) => reason === note?.suppressed) ?? 'secondary';
    const known = kept.get(key);
    const half = (note?.roundedTo ?? 0) / 2;
    if (known !== undefined) bounds.set(key, { lower: known, upper: known });
    else if (value !== null) bounds.set(key, { lower: Math.max(0, value - half), upper: value + half });
    else {
      const all = [withheld, told.get(key) ?? 'secondary'].map((reason) =>
        boundsOf(linked.rule, reason, linked.isCount),
      );
      bounds.set(key, {
        lower: Math.max(...all.map(({ lower }) => lower)),
        upper: Math.min(...all.map(({ upper }) => upper)),
      });
    }
  }
  const values = new Map(truth.map(({ indicator, area, value }) => [name(indicator, area), value ?? 0]));
  const sums: Knowledge['sums'][number][] = [];
  const addSum = (whole: string, list: readonly string[]) => {
    if (!bounds.has(whole) || list.length === 0 || !list.every((part) => bounds.has(part))) return;
    // As if it were known how far a source's own sums are off.
    const rest = (values.get(whole) ?? 0) - list.reduce((sum, part) => sum + (values.get(part) ?? 0), 0);
    sums.push({ whole, parts: list, rest });
  };
  for (const [place, level] of levels.entries())
    for (const address of linked.addresses) {
      const below = levels[place + 1];
      if (!below) continue;
      for (const [code, members] of hierarchy.group(level, below))
        addSum(
          name(address, code),
          members.map((member) => name(address, member.code)),
        );
    }
  for (const [whole, list] of parts)
    for (const { code } of hierarchy.areas.values())
      addSum(
        name(whole, code),
        list.map((part) => name(part, code)),
      );
  return { bounds, sums };
}
