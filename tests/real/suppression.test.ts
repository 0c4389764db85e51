import { expect, test } from 'vitest';
import { protectLinkedIndicator, showFigure } from '../../geodata/disclosure/linked-indicator.ts';
import { attack } from '../geodata/disclosure/attacker.ts';
import { gatherKnowledge, rule, surroundingsOf } from '../geodata/disclosure/tables.ts';
import { readCrimes } from './crimes.ts';

test('an attack on the registered crimes of Twente bounds no suppressed figure more closely than the rule', () => {
  let [cells, closest] = [0, Number.POSITIVE_INFINITY];
  const started = performance.now();
  for (const period of ['2021', '2022', '2023', '2024', '2025']) {
    const table = readCrimes(period, rule, false);
    const protection = protectLinkedIndicator(table.linked, table.figures, surroundingsOf(table));
    expect(protection.count.byRule).toBe(0);
    const shown = table.figures.map((figure) => showFigure(figure, protection, rule));
    const hidden = shown.flatMap(({ status, indicator, area }) =>
      status === 'suppressed' ? [`${indicator}|${area}`] : [],
    );
    for (const { lower, upper } of attack(gatherKnowledge(table, shown), hidden)) {
      cells += 1;
      closest = Math.min(closest, upper - lower);
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${cells} suppressed figures attacked in ${seconds} s, the narrowest bounds ${closest} apart`);
  expect(cells).toBeGreaterThan(100);
  expect(closest).toBeGreaterThanOrEqual(3 - 1e-6);
});
