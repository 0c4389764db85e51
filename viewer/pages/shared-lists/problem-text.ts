import { formatPeriod } from '../../../geodata/period.ts';
import type { SharedList } from '../../../geodata/policy/shared-list.ts';
import { indicatorOf } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { translate } from '../../state/screen/words.ts';

/** `Woninginbraken per 1.000 inwoners: hoger dan elders, gezien in 2024.` */
export function writeProblem({
  indicator,
  direction,
  period,
}: Pick<SharedList, 'indicator' | 'direction' | 'period'>): string {
  const { lists } = policyWords.value;
  const found = indicatorOf(indicator);
  const name = found ? translate(found.name) : indicator;
  return lists.problemOf(name, lists.directions[direction], formatPeriod(period, language.value));
}
