import { type Aggregation, type Derivation, type Indicator, kinds, polarities } from '../indicator.ts';
import type { Text } from '../text.ts';
import { findTheme, themes } from '../theme.ts';
import {
  hasKey,
  isObject,
  keyError,
  type Node,
  readChoice,
  readInteger,
  readObject,
  readObjects,
  readText,
  refuseOtherKeys,
  show,
} from './descriptor.ts';
import { suggest } from './nearest.ts';

const indicatorKeys = ['key', 'name', 'theme', 'unit', 'kind', 'decimals', 'polarity', 'aggregate', 'derive'];

/**
 * Reads the definitions of a package's indicators, and checks them against each other: keys once only, derivations and
 * weights that exist and do not go in circles. Throws InputError.
 */
export function readIndicators(node: Node): Indicator[] {
  const nodes = readObjects(node, 'indicators', (values, number) =>
    typeof values.key === 'string' ? `indicator "${values.key}"` : `indicator ${number}`,
  );
  const indicators = nodes.map(readIndicator);
  const keys = indicators.map(({ key }) => key);
  for (const [position, own] of nodes.entries()) {
    const key = keys[position] ?? '';
    if (keys.indexOf(key) !== position)
      throw keyError(own, 'key', `"${key}" is defined twice`, 'remove or rename one of the two');
    for (const [where, other] of neededBy(indicators[position]))
      if (!keys.includes(other))
        throw keyError(own, where, `the indicator "${other}" is unknown`, suggest(other, keys));
  }
  refuseCircles(indicators, nodes);
  return indicators;
}

/** The name in Dutch and English. */
export function readName(node: Node, key: string): Text {
  const name = readObject(node, key);
  if (!hasKey(name, 'nl') || !hasKey(name, 'en'))
    throw keyError(
      node,
      key,
      `${show(node.values[key])} lacks a language`,
      'give it as { "nl": …, "en": … }',
    );
  return { nl: readText(name, 'nl'), en: readText(name, 'en') };
}

/** A key as it stands in links and file names: small letters, digits and hyphens. */
export function readKey(node: Node, key: string): string {
  const text = readText(node, key);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text))
    throw keyError(node, key, `"${text}" cannot be used in a link`, 'use small letters, digits and hyphens');
  return text;
}

function readIndicator(node: Node): Indicator {
  refuseOtherKeys(node, indicatorKeys);
  const derive = hasKey(node, 'derive') ? readDerivation(node) : null;
  const aggregate = readAggregation(node);
  if (aggregate === 'derived' && !derive)
    throw keyError(node, 'derive', 'the key is missing', 'add it, or choose another "aggregate"');
  return {
    key: readKey(node, 'key'),
    name: readName(node, 'name'),
    theme: readTheme(node),
    unit: readText(node, 'unit'),
    kind: readChoice(node, 'kind', kinds),
    decimals: readInteger(node, 'decimals', 0, 6),
    polarity: readChoice(node, 'polarity', polarities),
    aggregate,
    derive,
  };
}

function readTheme(node: Node): string {
  const key = readText(node, 'theme');
  if (findTheme(key)) return key;
  const known = themes.map((theme) => theme.key);
  throw keyError(node, 'theme', `the theme "${key}" is unknown`, suggest(key, known));
}

function readAggregation(node: Node): Aggregation {
  const value = node.values.aggregate;
  if (!isObject(value)) return readChoice(node, 'aggregate', ['sum', 'none', 'derived'] as const);
  const weighted = readObject(node, 'aggregate');
  refuseOtherKeys(weighted, ['weightedBy']);
  return { weightedBy: readText(weighted, 'weightedBy') };
}

function readDerivation(node: Node): Derivation {
  const derive = readObject(node, 'derive');
  refuseOtherKeys(derive, ['numerator', 'denominator', 'factor']);
  const factor = derive.values.factor;
  if (typeof factor !== 'number' || !Number.isFinite(factor) || factor <= 0)
    throw keyError(node, 'factor', `${show(factor)} is no positive number`, 'write 1, 100 or 1000');
  return { numerator: readText(derive, 'numerator'), denominator: readText(derive, 'denominator'), factor };
}

/** The other indicators that one is computed from, with the key that names them. */
function neededBy(indicator: Indicator | undefined): [string, string][] {
  const needed: [string, string][] = [];
  if (!indicator) return needed;
  const { derive, aggregate } = indicator;
  if (derive) needed.push(['numerator', derive.numerator], ['denominator', derive.denominator]);
  if (typeof aggregate === 'object') needed.push(['weightedBy', aggregate.weightedBy]);
  return needed;
}

function refuseCircles(indicators: readonly Indicator[], nodes: readonly Node[]): void {
  const byKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const settled = new Set<string>();
  const visit = (key: string, path: readonly string[], node: Node): void => {
    if (path.includes(key)) {
      const circle = [...path.slice(path.indexOf(key)), key].join(' → ');
      throw keyError(
        node,
        'derive',
        `it goes in a circle: ${circle}`,
        'derive one of them from figures instead',
      );
    }
    if (settled.has(key)) return;
    for (const [, other] of neededBy(byKey.get(key))) visit(other, [...path, key], node);
    settled.add(key);
  };
  for (const [position, node] of nodes.entries()) visit(indicators[position]?.key ?? '', [], node);
}
