import { expect, test } from 'vitest';
import { districtOfNeighbourhood, municipalityOfCode } from '../../../geodata/area.ts';
import { generateDemonstration } from '../../../geodata/demo/demonstration.ts';
import { suppressedIndicator } from '../../../geodata/demo/indicators.ts';
import { arrangeHierarchy, type PartArea } from '../../../geodata/derivation/hierarchy.ts';
import { protectLinkedIndicator, showFigure } from '../../../geodata/disclosure/linked-indicator.ts';
import type { Observation } from '../../../geodata/observation.ts';
import { attack } from './attacker.ts';
import { addUp, gatherKnowledge, surroundingsOf } from './tables.ts';

const { observations, package: dataPackage } = generateDemonstration();
const rule = dataPackage.indicators.find(({ key }) => key === suppressedIndicator)?.disclosure;

/** The neighbourhoods' figures of the demonstration that are protected, by boundary year and period. */
function groupFigures(): Map<string, Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const list of observations.values())
    for (const figure of list) {
      if (figure.indicator !== suppressedIndicator || figure.level !== 'neighbourhood') continue;
      const key = `${figure.boundaryYear} ${figure.period}`;
      groups.set(key, [...(groups.get(key) ?? []), figure]);
    }
  return groups;
}

function listAreas(codes: readonly string[]): PartArea[] {
  const areas = new Map<string, PartArea>([
    ['twente', { code: 'twente', level: 'region', parent: null, water: false }],
  ]);
  for (const code of codes) {
    const [district, municipality] = [districtOfNeighbourhood(code), municipalityOfCode(code)];
    areas.set(municipality, { code: municipality, level: 'municipality', parent: 'twente', water: false });
    areas.set(district, { code: district, level: 'district', parent: municipality, water: false });
    areas.set(code, { code, level: 'neighbourhood', parent: district, water: false });
  }
  return [...areas.values()];
}

test('an attack on the demonstration bounds no suppressed figure more closely than its rule', () => {
  if (!rule) throw new Error('the demonstration has no rule');
  const linked = { addresses: [suppressedIndicator], wholeOf: () => null, rule, isCount: true };
  let [cells, closest, secondary] = [0, Number.POSITIVE_INFINITY, 0];
  for (const leaves of groupFigures().values()) {
    const [{ boundaryYear } = { boundaryYear: 0 }] = leaves;
    const hierarchy = arrangeHierarchy(boundaryYear, listAreas(leaves.map(({ area }) => area)));
    const figures = addUp(leaves, hierarchy, new Map());
    const table = { hierarchy, linked, parts: new Map<string, string[]>(), figures };
    const protection = protectLinkedIndicator(linked, figures, surroundingsOf(table));
    secondary += protection.count.reasons.secondary;
    const shown = figures.map((figure) => showFigure(figure, protection, rule));
    const hidden = shown.flatMap(({ status, indicator, area, note }) =>
      status === 'suppressed' && note?.suppressed ? [`${indicator}|${area}`] : [],
    );
    for (const { lower, upper } of attack(gatherKnowledge(table, shown), hidden)) {
      cells += 1;
      closest = Math.min(closest, upper - lower);
    }
  }
  console.log(
    `${cells} suppressed figures attacked, ${secondary} of them to protect others, ${closest} apart`,
  );
  expect(cells).toBeGreaterThan(50);
  expect(closest).toBeGreaterThanOrEqual(rule.protection - 1e-6);
});
