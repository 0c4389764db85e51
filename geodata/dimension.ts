import type { Derivation, Indicator } from './indicator.ts';
import { languages, type Text } from './text.ts';

/** One item, or a group of items, of a dimension: an offence, an answer. `parent` is the group that it belongs to. */
export interface Category {
  /** As the source writes it: `1.1.1`. Small letters, digits, points and hyphens. */
  readonly key: string;
  readonly parent: string | null;
  readonly name: Text;
}

/** What indicators can be divided by: kinds of offence, the answers to a question. */
export interface Dimension {
  readonly key: string;
  readonly name: Text;
  /** What the source writes for everything together, such as `0.0.0`: the indicator itself, never one of the categories. */
  readonly total: string | null;
  /** A group before its items, in the order to show them. */
  readonly categories: readonly Category[];
}

/** What a figure is of: an indicator as a whole, or one category of it. */
export interface Item {
  readonly indicator: string;
  readonly category: string | null;
}

/** The address of an indicator or of one category of it: `misdrijven`, `misdrijven/1.1.1`. */
export function writeAddress({ indicator, category }: Item): string {
  return category === null ? indicator : `${indicator}/${category}`;
}

/** The opposite of `writeAddress`. */
export function readAddress(address: string): Item {
  const slash = address.indexOf('/');
  if (slash < 0) return { indicator: address, category: null };
  return { indicator: address.slice(0, slash), category: address.slice(slash + 1) };
}

/** The categories right below a group; with null those on top. */
export function listChildren(
  { categories }: Pick<Dimension, 'categories'>,
  parent: string | null,
): Category[] {
  return categories.filter((category) => category.parent === parent);
}

/** A category with the groups that it lies in, the outermost first; empty where the dimension has none of this key. */
export function listPath({ categories }: Pick<Dimension, 'categories'>, key: string): Category[] {
  const path: Category[] = [];
  for (let next: string | null = key; next !== null; ) {
    const category = categories.find((candidate) => candidate.key === next);
    if (!category || path.includes(category)) break;
    path.unshift(category);
    next = category.parent;
  }
  return path;
}

/** Definitions by key, as packages, databases and catalogs hold them. */
export interface Definitions<Of extends Indicator = Indicator> {
  readonly indicators: readonly Of[];
  readonly dimensions: readonly Dimension[];
}

/** Dimensions of two origins: `own` ones win, and keep what only `held` has of their categories behind their own. */
export function mergeDimensions(own: readonly Dimension[], held: readonly Dimension[]): Dimension[] {
  const merged = own.map((dimension) => {
    const before = held.find(({ key }) => key === dimension.key)?.categories ?? [];
    const keys = new Set(dimension.categories.map(({ key }) => key));
    return {
      ...dimension,
      categories: [...dimension.categories, ...before.filter(({ key }) => !keys.has(key))],
    };
  });
  return [...merged, ...held.filter(({ key }) => !own.some((dimension) => dimension.key === key))];
}

/** Every indicator, and behind each that has a dimension its items as indicators of their own. */
export function expandIndicators({ indicators, dimensions }: Definitions): Indicator[] {
  const ofKey = new Map(dimensions.map((dimension) => [dimension.key, dimension]));
  const divided = new Map(indicators.map(({ key, dimension }) => [key, dimension]));
  return indicators.flatMap((indicator) => {
    const dimension = indicator.dimension === null ? undefined : ofKey.get(indicator.dimension);
    if (!dimension) return [indicator];
    const items = dimension.categories.map((category) =>
      describeItem(indicator, dimension, category, (key) => divided.get(key) === dimension.key),
    );
    return [describeWhole(indicator, dimension), ...items];
  });
}

/** The definition that an address stands for; undefined where there is none. */
export function findDefinition<Of extends Indicator>(
  { indicators, dimensions }: Definitions<Of>,
  address: string,
): Of | undefined {
  const { indicator: key, category: wanted } = readAddress(address);
  const indicator = indicators.find((candidate) => candidate.key === key);
  const dimension = dimensions.find((candidate) => candidate.key === indicator?.dimension);
  if (!indicator || (wanted === null && !dimension)) return indicator;
  if (wanted === null && dimension) return { ...indicator, ...describeWhole(indicator, dimension) };
  const category = dimension?.categories.find((candidate) => candidate.key === wanted);
  if (!dimension || !category) return undefined;
  const isDivided = (other: string) =>
    indicators.some((candidate) => candidate.key === other && candidate.dimension === dimension.key);
  return { ...indicator, ...describeItem(indicator, dimension, category, isDivided) };
}

function describeWhole(indicator: Indicator, dimension: Dimension): Indicator {
  const breaks = indicator.breaks.filter(({ categories }) => concerns(categories, dimension.total));
  return { ...indicator, parts: addressParts(indicator, dimension, null), breaks };
}

function describeItem(
  indicator: Indicator,
  dimension: Dimension,
  category: Category,
  isDivided: (key: string) => boolean,
): Indicator {
  return {
    ...indicator,
    key: writeAddress({ indicator: indicator.key, category: category.key }),
    name: joinNames(indicator.name, category.name),
    parts: addressParts(indicator, dimension, category.key),
    derive: indicator.derive && deriveItem(indicator.derive, category.key, isDivided),
    breaks: indicator.breaks.filter(({ categories }) => concerns(categories, category.key)),
  };
}

/** Only what is added up has parts: the shares of answers, or their scores, do not make a figure of the whole. */
function addressParts({ key, aggregate }: Indicator, dimension: Dimension, parent: string | null): string[] {
  if (aggregate !== 'sum') return [];
  return listChildren(dimension, parent).map((category) =>
    writeAddress({ indicator: key, category: category.key }),
  );
}

function concerns(categories: readonly string[] | null, key: string | null): boolean {
  return categories === null || (key !== null && categories.includes(key));
}

/** The rate of an item has the item's count for its numerator, and the whole for its denominator. */
function deriveItem(
  derivation: Derivation,
  category: string,
  isDivided: (key: string) => boolean,
): Derivation {
  const { numerator } = derivation;
  return isDivided(numerator)
    ? { ...derivation, numerator: writeAddress({ indicator: numerator, category }) }
    : derivation;
}

function joinNames(indicator: Text, category: Text): Text {
  const [nl, en] = languages.map((language) => `${indicator[language]}: ${category[language]}`);
  return { nl: nl ?? '', en: en ?? '' };
}
