import type { Dimension } from '../../dimension.ts';
import type { SeriesBreak } from '../../indicator.ts';
import { comparePeriods } from '../../period.ts';
import { suggest } from '../suggestion.ts';
import { hasKey, keyError, type Node, readObjects, readTexts, refuseOtherKeys } from './descriptor.ts';
import { listCategoryKeys, readPeriod } from './field.ts';
import { readName } from './naming.ts';

/** Reads the breaks in an indicator's series, in order of time. Throws InputError. */
export function readBreaks(indicator: Node, dimension: Dimension | null): SeriesBreak[] {
  const nodes = readObjects(indicator, 'breaks', (_, number) => `${indicator.place}, break ${number}`);
  return nodes
    .map((node) => readBreak(node, dimension))
    .sort((one, other) => comparePeriods(one.period, other.period));
}

function readBreak(node: Node, dimension: Dimension | null): SeriesBreak {
  refuseOtherKeys(node, ['period', 'reason', 'categories']);
  const period = readPeriod(node);
  if (period === null)
    throw keyError(node, 'period', 'the key is missing', 'give the first period after the break');
  const categories = hasKey(node, 'categories') ? readTexts(node, 'categories') : null;
  const known = dimension ? listCategoryKeys(dimension) : [];
  const unknown = categories?.find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw keyError(node, 'categories', `the category "${unknown}" is unknown`, suggest(unknown, known));
  return { period, reason: readName(node, 'reason'), categories };
}
