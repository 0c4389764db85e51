import { chooseSmallestDenominator, denominatorOf } from '../../denominator.ts';
import type { Dimension } from '../../dimension.ts';
import { type Aggregation, type Derivation, type Indicator, kinds, polarities } from '../../indicator.ts';
import type { Survey } from '../../survey.ts';
import { findTheme, themes } from '../../theme.ts';
import { suggest } from '../suggestion.ts';
import { readBreaks } from './breaks.ts';
import {
  hasKey,
  isObject,
  keyError,
  type Node,
  readChoice,
  readInteger,
  readObject,
  readObjects,
  readOptionalText,
  readText,
  readTitle,
  refuseOtherKeys,
  show,
} from './descriptor.ts';
import { neededByRule, readDisclosure, readSharedDisclosure } from './disclosure.ts';
import { readKey, readName } from './naming.ts';

const indicatorKeys = [
  'key',
  'name',
  'theme',
  'unit',
  'kind',
  'decimals',
  'polarity',
  'aggregate',
  'derive',
  'smallestDenominator',
  'disclosure',
  'dimension',
  'survey',
  'breaks',
];

/** What definitions of indicators may refer to. */
interface KnownDefinitions {
  readonly dimensions: readonly Dimension[];
  readonly surveys: readonly Survey[];
}

/**
 * Reads the definitions of a package's indicators, and checks them against each other: keys once only, derivations and
 * weights that exist and do not go in circles. Throws InputError.
 */
export function readIndicators(root: Node, known: KnownDefinitions): Indicator[] {
  const nodes = readObjects(root, 'indicators', (values, number) =>
    typeof values.key === 'string' ? `indicator "${values.key}"` : `indicator ${number}`,
  );
  const shared = readSharedDisclosure(root);
  const indicators = nodes.map((own) => addDisclosure(readIndicator(own, known), own, shared));
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
  return addSmallestDenominators(root, nodes, indicators);
}

/** Its own rule, or else that of the package. */
function addDisclosure(
  indicator: Indicator,
  node: Node,
  shared: ReturnType<typeof readSharedDisclosure>,
): Indicator {
  const own = readDisclosure(node, indicator);
  const disclosure = own === undefined ? shared(indicator) : own;
  return disclosure === undefined ? indicator : { ...indicator, disclosure };
}

/** What the package says for all of its indicators, or else what is usual, for those of which nothing is said. */
function addSmallestDenominators(
  root: Node,
  nodes: readonly Node[],
  indicators: readonly Indicator[],
): Indicator[] {
  const wished = readSmallestDenominator(root);
  const units = new Map(indicators.map(({ key, unit }) => [key, unit]));
  return indicators.map((indicator, position) => {
    const node = nodes[position];
    if (node && readSmallestDenominator(node) !== undefined) return indicator;
    const unit = units.get(denominatorOf(indicator) ?? '');
    return { ...indicator, smallestDenominator: chooseSmallestDenominator(indicator, unit, wished) };
  });
}

/** Undefined where nothing is said; null, or 0 in the file: figures of however few are shown. Throws InputError. */
function readSmallestDenominator(node: Node): number | null | undefined {
  const { smallestDenominator: value } = node.values;
  if (value === undefined || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value === 0 ? null : value;
  throw keyError(
    node,
    'smallestDenominator',
    `${show(value)} is no number of 0 or more`,
    'write how many there must be, such as 100, or null for none',
  );
}

/** Reads one definition, without looking at the others that it needs. Throws InputError. */
export function readIndicator(node: Node, { dimensions, surveys }: KnownDefinitions): Indicator {
  refuseOtherKeys(node, indicatorKeys);
  const dimension = readReference(node, 'dimension', dimensions);
  const derive = hasKey(node, 'derive') ? readDerivation(node) : null;
  const aggregate = readAggregation(node);
  if (aggregate === 'derived' && !derive)
    throw keyError(node, 'derive', 'the key is missing', 'add it, or choose another "aggregate"');
  const unit = readTitle(node, 'unit');
  const kind = readChoice(node, 'kind', kinds);
  const usual = chooseSmallestDenominator({ kind, unit, aggregate, derive }, undefined);
  const wished = readSmallestDenominator(node);
  return {
    key: readKey(node, 'key'),
    name: readName(node, 'name'),
    theme: readTheme(node),
    unit,
    kind,
    decimals: readInteger(node, 'decimals', 0, 6),
    polarity: readChoice(node, 'polarity', polarities),
    aggregate,
    derive,
    smallestDenominator: wished === undefined ? usual : wished,
    dimension: dimension?.key ?? null,
    survey: readReference(node, 'survey', surveys)?.key ?? null,
    breaks: readBreaks(node, dimension),
  };
}

function readReference<Of extends { readonly key: string }>(
  node: Node,
  key: string,
  known: readonly Of[],
): Of | null {
  const text = readOptionalText(node, key);
  if (text === null) return null;
  const found = known.find((candidate) => candidate.key === text);
  if (found) return found;
  const keys = known.map((candidate) => candidate.key);
  throw keyError(node, key, `the ${key} "${text}" is unknown`, suggest(text, keys));
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
  needed.push(...neededByRule(indicator.disclosure));
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
