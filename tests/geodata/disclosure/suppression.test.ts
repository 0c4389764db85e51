import { describe, expect, test } from 'vitest';
import { protectFamily, showFigure } from '../../../geodata/disclosure/family.ts';
import { attack } from './attacker.ts';
import { gatherKnowledge, makeTable, surroundingsOf } from './tables.ts';

describe('an attack by linear programming on made-up tables', () => {
  test('bounds no suppressed figure more closely than the protection interval', () => {
    let [cells, closest, byRule, secondary, primary] = [0, Number.POSITIVE_INFINITY, 0, 0, 0];
    for (let seed = 1; seed <= 150; seed++) {
      const table = makeTable(seed);
      const protection = protectFamily(table.family, table.figures, surroundingsOf(table));
      const shown = table.figures.map((figure) => showFigure(figure, protection, table.family.rule));
      const hidden = shown
        .filter(({ status }) => status === 'suppressed')
        .map(({ indicator, area }) => `${indicator}|${area}`);
      byRule += protection.count.byRule;
      secondary += protection.count.reasons.secondary;
      primary += protection.count.reasons['small-count'];
      for (const { name, lower, upper } of attack(gatherKnowledge(table, shown), hidden)) {
        cells += 1;
        closest = Math.min(closest, upper - lower);
        if (upper - lower < 3 - 1e-6) console.log(seed, name, lower, upper);
      }
    }
    console.log({ cells, closest, byRule, primary, secondary });
    expect(cells).toBeGreaterThan(1000);
    expect(closest).toBeGreaterThanOrEqual(3 - 1e-6);
  });
});
