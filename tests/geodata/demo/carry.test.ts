import { expect, it } from 'vitest';
import { type CarryFigure, carryFigures, planCarry } from '../../../geodata/boundary/carrying/carry.ts';
import { cleanCoverage } from '../../../geodata/boundary/cleaning/coverage.ts';
import { linkBothWays, turnLinksBack } from '../../../geodata/boundary/lineage/chain.ts';
import { computeLineage, type LineageYear } from '../../../geodata/boundary/lineage/lineage.ts';
import { dissolve } from '../../../geodata/boundary/topology.ts';
import { generateDemonstration } from '../../../geodata/demo/demonstration.ts';
import { mapLevels } from '../../../geodata/level.ts';

const { boundaries } = generateDemonstration();
const [from, to] = [dissolveYear(2023), dissolveYear(2025)];
const inhabitants = new Map(from.neighbourhood.map(({ code }, index) => [code, 200 + ((index * 137) % 900)]));
const rows = computeLineage(from, to, inhabitants);
const links = linkBothWays(rows, { fromGround: groundOf(from), toGround: groundOf(to), inhabitants });
const own = new Map(
  from.neighbourhood.map(({ code }, index): [string, CarryFigure] => [
    code,
    { value: ((index * 7919) % 1000) / 7, status: 'final' },
  ]),
);
const neighbourhoods = links.filter(({ level }) => level === 'neighbourhood');
const carried = carryFigures(planCarry(neighbourhoods), { rule: { by: 'count' }, own });

it('keeps the total there and back', () => {
  const plan = planCarry(turnLinksBack(neighbourhoods));
  const back = carryFigures(plan, { rule: { by: 'count' }, own: carried });
  expect(addValues(carried)).toBeCloseTo(addValues(own), 6);
  expect(addValues(back)).toBeCloseTo(addValues(own), 6);
});

it('has a figure for every area of the other year, and leaves what kept its shape to the last bit', () => {
  expect([...carried.keys()].sort()).toEqual(to.neighbourhood.map(({ code }) => code).sort());
  const same = neighbourhoods.filter(({ change }) => ['unchanged', 'renamed', 'recoded'].includes(change));
  expect(same.length).toBeGreaterThan(50);
  for (const { fromCode, toCode } of same)
    expect(Object.is(carried.get(toCode ?? '')?.value, own.get(fromCode ?? '')?.value), `${toCode}`).toBe(
      true,
    );
});

it('estimates what was split or moved, not what was merged', () => {
  const estimated = [...carried.values()].filter(({ status }) => status === 'estimated');
  const added = [...carried.values()].filter(({ status, copyOf }) => status === 'final' && copyOf === null);
  expect(estimated.length).toBeGreaterThan(0);
  expect(added.length).toBeGreaterThan(0);
});

it('estimates no municipality, as only borders inside them moved', () => {
  const plan = planCarry(links.filter(({ level }) => level === 'municipality'));
  expect([...plan.areas.values()].every(({ isSame }) => isSame)).toBe(true);
});

function addValues(figures: ReadonlyMap<string, CarryFigure>): number {
  return [...figures.values()].reduce((sum, { value }) => sum + (value ?? Number.NaN), 0);
}

function groundOf(year: LineageYear): Map<string, number> {
  return new Map(
    mapLevels.flatMap((level) => year[level].map(({ code, areaM2 }) => [code, areaM2] as const)),
  );
}

function dissolveYear(year: number): LineageYear {
  const features = boundaries.get(`buurten-${year}`) ?? [];
  const parents = new Map(
    features.map(({ code, district, municipality }) => [code, { district, municipality }]),
  );
  const names = new Map(features.map(({ code, name }) => [code, name]));
  return { ...dissolve(year, cleanCoverage(features).shapes, parents), names };
}
