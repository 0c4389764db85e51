import { expect, test } from 'vitest';
import { arrangeHierarchy, type Hierarchy, type PartArea } from '../../../geodata/derivation/hierarchy.ts';
import type { AreaLink } from '../../../geodata/disclosure/area-axis.ts';
import { keyOf, protectLinkedIndicator, showFigure } from '../../../geodata/disclosure/linked-indicator.ts';
import type { Observation } from '../../../geodata/observation.ts';
import { attack, type Knowledge } from './attacker.ts';
import { addUp, gatherKnowledge, type MadeTable, makeTable, rule, surroundingsOf } from './tables.ts';

/** A made-up table, and the same figures in a division in which two of its neighbourhoods are one. */
interface Divisions {
  readonly fine: MadeTable;
  readonly coarse: MadeTable;
  /** Codes of the two, and of what they are together. */
  readonly pair: readonly [string, string];
  readonly whole: string;
  readonly links: readonly AreaLink[];
}

/** `isMerger`: the two became one; else the one was split into the two. Null where no district has two. */
function divideTwice(seed: number, isMerger: boolean): Divisions | null {
  const fine = makeTable(seed);
  const { hierarchy, linked, parts } = fine;
  const found = [...hierarchy.group('district', 'neighbourhood').values()].find((list) => list.length > 1);
  const [first, second] = found ?? [];
  if (!first || !second) return null;
  const [year, other] = [hierarchy.boundaryYear, hierarchy.boundaryYear + (isMerger ? 1 : -1)];
  const whole = 'BU99990001';
  const pair = [first.code, second.code] as const;
  const codeOf = (code: string) => (pair.includes(code) ? whole : code);
  const areas = new Map<string, PartArea>();
  for (const { code, level, parent, water } of hierarchy.areas.values())
    areas.set(codeOf(code), { code: codeOf(code), level, parent, water });
  const coarseHierarchy = arrangeHierarchy(other, [...areas.values()]);
  const wholes = new Map([...parts].flatMap(([holder, list]) => list.map((part) => [part, holder] as const)));
  const leaves = new Map<string, Observation>();
  for (const figure of fine.figures) {
    if (figure.level !== 'neighbourhood' || parts.has(figure.indicator)) continue;
    const key = `${figure.indicator} ${codeOf(figure.area)}`;
    const before = leaves.get(key)?.value ?? 0;
    leaves.set(key, {
      ...figure,
      area: codeOf(figure.area),
      boundaryYear: other,
      value: before + (figure.value ?? 0),
    });
  }
  const coarse = {
    hierarchy: coarseHierarchy,
    linked,
    parts,
    figures: addUp([...leaves.values()], coarseHierarchy, wholes),
  };
  const links = pair.map((code) => ({
    level: 'neighbourhood' as const,
    fromYear: isMerger ? year : other,
    toYear: isMerger ? other : year,
    fromCode: isMerger ? code : whole,
    toCode: isMerger ? whole : code,
    areaShare: isMerger ? 1 : 0.5,
  }));
  return { fine, coarse, pair, whole, links };
}

/** What both divisions tell together: areas that are in both are the same, and the one is the sum of the two. */
function gatherBoth(
  { fine, coarse, pair, whole }: Divisions,
  show: (figure: Observation) => Observation,
): Knowledge {
  const bounds = new Map<string, { lower: number; upper: number }>();
  const sums: Knowledge['sums'][number][] = [];
  const mark = (table: MadeTable) => (name: string) => `${table.hierarchy.boundaryYear} ${name}`;
  for (const table of [fine, coarse]) {
    const known = gatherKnowledge(table, table.figures.map(show));
    const nameIn = mark(table);
    for (const [name, each] of known.bounds) bounds.set(nameIn(name), each);
    for (const { whole: sum, parts, rest } of known.sums)
      sums.push({ whole: nameIn(sum), parts: parts.map(nameIn), rest });
  }
  const [ofFine, ofCoarse] = [mark(fine), mark(coarse)];
  for (const { indicator, area } of coarse.figures) {
    const name = `${indicator}|${area}`;
    const parts = area === whole ? pair.map((code) => ofFine(`${indicator}|${code}`)) : [ofFine(name)];
    sums.push({ whole: ofCoarse(name), parts, rest: 0 });
  }
  return { bounds, sums };
}

function protectBoth({ fine, coarse, links }: Divisions) {
  const hierarchies = new Map<number, Hierarchy>([
    [fine.hierarchy.boundaryYear, fine.hierarchy],
    [coarse.hierarchy.boundaryYear, coarse.hierarchy],
  ]);
  const surroundings = surroundingsOf(fine, { hierarchies, links });
  return protectLinkedIndicator(fine.linked, [...fine.figures, ...coarse.figures], surroundings);
}

type Protect = (divisions: Divisions) => { readonly reasons: ReturnType<typeof protectBoth>['reasons'] };

function attackDivisions(protect: Protect): { cells: number; closest: number } {
  let [cells, closest] = [0, Number.POSITIVE_INFINITY];
  for (let seed = 1; seed <= 30; seed++) {
    const divisions = divideTwice(seed, seed % 2 === 0);
    if (!divisions) continue;
    const protection = protect(divisions);
    const show = (figure: Observation) => showFigure(figure, protection, rule);
    const { fine, coarse } = divisions;
    const hidden = [fine, coarse].flatMap(({ figures, hierarchy }) =>
      figures
        .filter((figure) => protection.reasons.has(keyOf(figure)))
        .map(({ indicator, area }) => `${hierarchy.boundaryYear} ${indicator}|${area}`),
    );
    for (const { lower, upper } of attack(gatherBoth(divisions, show), hidden)) {
      cells += 1;
      closest = Math.min(closest, upper - lower);
    }
  }
  return { cells, closest };
}

test('what two divisions tell together bounds no suppressed figure more closely than the rule', () => {
  const { cells, closest } = attackDivisions(protectBoth);
  console.log(`${cells} suppressed figures of two divisions attacked, the narrowest bounds ${closest} apart`);
  expect(cells).toBeGreaterThan(500);
  expect(closest).toBeGreaterThanOrEqual(rule.protection - 1e-6);
});

test('divisions that are protected one after the other give figures away', () => {
  const { closest } = attackDivisions(({ fine, coarse }) => ({
    reasons: new Map(
      [fine, coarse].flatMap((table) => [
        ...protectLinkedIndicator(table.linked, table.figures, surroundingsOf(table)).reasons,
      ]),
    ),
  }));
  expect(closest).toBeLessThan(1);
});
