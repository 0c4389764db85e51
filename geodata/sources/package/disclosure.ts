import type { DisclosureRule, Dominance } from '../../disclosure/rule.ts';
import type { Indicator } from '../../indicator.ts';
import {
  hasKey,
  keyError,
  type Node,
  readInteger,
  readObject,
  readText,
  refuseOtherKeys,
  show,
} from './descriptor.ts';

const keys = ['smallestCount', 'smallestDenominator', 'denominator', 'dominance', 'rounding', 'protection'];

type Ruled = Pick<Indicator, 'kind' | 'aggregate' | 'key'>;

/** The indicators that a rule names, with the key that names them. */
export function neededByRule(rule: DisclosureRule | null | undefined): [string, string][] {
  const needed: [string, string][] = [];
  if (rule?.denominator) needed.push(['disclosure.denominator', rule.denominator]);
  if (rule?.dominance) needed.push(['disclosure.dominance.given', rule.dominance.given]);
  return needed;
}

/** The rule of one indicator, null for none; undefined where nothing is said. Throws InputError. */
export function readDisclosure(node: Node, indicator: Ruled): DisclosureRule | null | undefined {
  if (node.values.disclosure === undefined) return undefined;
  if (node.values.disclosure === null) return null;
  const rule = readRule(readObject(node, 'disclosure'), indicator.kind === 'count');
  if (indicator.aggregate !== 'sum')
    throw keyError(
      node,
      'disclosure',
      'only figures that are added up ("aggregate": "sum") can have a rule',
      'set it on the count that this is made of, whose suppressed figures it follows; for too few people use "smallestDenominator"',
    );
  if (indicator.kind !== 'count' && rule.smallestCount !== null)
    throw keyError(
      node,
      'disclosure.smallestCount',
      'it is for counts only',
      'leave it out, or make the "kind" a count',
    );
  if (rule.denominator === indicator.key)
    throw keyError(
      node,
      'disclosure.denominator',
      'it is the indicator itself',
      'name the one that counts the people',
    );
  return rule;
}

/**
 * The rule of a package for all of its indicators that can have it, null for none; undefined where nothing is said. Throws
 * InputError.
 */
export function readSharedDisclosure(root: Node): (indicator: Ruled) => DisclosureRule | null | undefined {
  if (root.values.disclosure === undefined) return () => undefined;
  if (root.values.disclosure === null) return () => null;
  const rule = readRule(readObject(root, 'disclosure', 'wijkinformatie'), true);
  return ({ key, kind, aggregate }) => {
    const isFit = aggregate === 'sum' && (kind === 'count' || rule.smallestCount === null);
    return isFit && key !== rule.denominator ? rule : undefined;
  };
}

function readRule(node: Node, isCount: boolean): DisclosureRule {
  refuseOtherKeys(node, keys);
  const smallestCount = hasKey(node, 'smallestCount') ? readSmallestCount(node) : null;
  const smallestDenominator = readPositive(node, 'smallestDenominator');
  if (smallestDenominator !== null && !hasKey(node, 'denominator'))
    throw keyError(
      node,
      'denominator',
      'the key is missing',
      'name the indicator that counts the people, such as "inwoners"',
    );
  const dominance = hasKey(node, 'dominance') ? readDominance(readObject(node, 'dominance')) : null;
  const rounding = readPositive(node, 'rounding');
  if (isCount && rounding !== null && !Number.isInteger(rounding))
    throw keyError(
      node,
      'rounding',
      `${rounding} is no whole number`,
      'write one such as 5: counts stay whole',
    );
  if (smallestCount === null && smallestDenominator === null && dominance === null && rounding === null)
    throw keyError(
      node,
      'smallestCount',
      'the rule sets nothing',
      'add "smallestCount", "smallestDenominator", "dominance" or "rounding"',
    );
  return {
    smallestCount,
    smallestDenominator,
    denominator: smallestDenominator === null ? null : readText(node, 'denominator'),
    dominance,
    rounding,
    protection: readProtection(node, smallestCount, smallestDenominator !== null || dominance !== null),
  };
}

/** Of a count below 2 or 3 nothing could stay unknown: what is suppressed is no zero. */
function readSmallestCount(node: Node): number {
  const value = readInteger(node, 'smallestCount', 1, 1000);
  if (value >= 3) return value;
  throw keyError(
    node,
    'smallestCount',
    `with ${value} a suppressed figure could only be ${value === 1 ? 'none' : '1'}`,
    'write 3 or more',
  );
}

function readDominance(node: Node): Dominance {
  refuseOtherKeys(node, ['contributors', 'share', 'given']);
  const share = readPositive(node, 'share');
  if (share === null || share >= 100)
    throw keyError(
      node,
      'share',
      `${show(node.values.share)} is no number of per cents below 100`,
      'write one such as 85',
    );
  return { contributors: readInteger(node, 'contributors', 1, 10), share, given: readText(node, 'given') };
}

function readProtection(node: Node, smallestCount: number | null, suppressesMore: boolean): number {
  const widest = smallestCount === null ? Number.POSITIVE_INFINITY : smallestCount - 2;
  const value = readPositive(node, 'protection');
  if (value === null && smallestCount === null && suppressesMore)
    throw keyError(
      node,
      'protection',
      'the key is missing',
      'write how far apart the bounds of a suppressed figure must stay, in its own unit',
    );
  if (value !== null && value > widest)
    throw keyError(
      node,
      'protection',
      `${value} is wider than "smallestCount" leaves open: a small count lies between 1 and ${widest + 1}`,
      `write ${widest} or less, or leave it out`,
    );
  return value ?? (Number.isFinite(widest) ? widest : 1);
}

function readPositive(node: Node, key: string): number | null {
  if (!hasKey(node, key)) return null;
  const value = node.values[key];
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw keyError(node, key, `${show(value)} is no number above 0`, 'write one such as 5, without quotes');
}
