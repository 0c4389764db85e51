import type { Panel } from '../state/panel/panel.ts';
import { reference } from '../state/reference/reference.ts';
import { words } from '../state/screen/words.ts';

/** What may be chance, and by which test that is known, of a panel that shows differences; null where nothing is tested. */
export function nameTest({ view, change, comparison, deviation }: Panel): string | null {
  const text = words.value.legend;
  if (view.value?.change) return change.test.value && text.tests[change.test.value];
  const found = deviation.isTested.value ? comparison.result.value : null;
  return found && text.referenceTests[found.method];
}

/** Why nothing is greyed; null while that is not known yet. */
export function sayUntested({ view, change, comparison }: Panel): string | null {
  const text = words.value.legend;
  if (view.value?.change) return change.isCarried.value ? text.untestedEstimate : text.untested;
  const obstacle = comparison.obstacle.value;
  if (obstacle === 'no-reference' || obstacle === 'itself')
    return words.value.differences.obstacles[obstacle](reference.value?.name ?? '');
  return obstacle && text.untested;
}
