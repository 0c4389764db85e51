import { writeAddress } from '../../../geodata/dimension.ts';
import type { CatalogIndicator } from '../../data/contract.ts';

/** A row of the tree: a theme that holds others, an indicator, a category of one, or a group of categories without figures. */
export interface TreeNode {
  /** `theme/` and a theme's key, or the address of an indicator or of a category of it. */
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  readonly kind: 'theme' | 'indicator' | 'category' | 'group';
  readonly children: readonly TreeNode[];
  /** In a filtered tree: whether the row itself has what is looked for, or rows below it have. */
  readonly match?: 'self' | 'below' | 'both';
}

interface NamedTheme {
  readonly key: string;
  readonly parent: string | null;
  readonly name: string;
}

interface NamedIndicator extends Pick<CatalogIndicator, 'key' | 'theme' | 'dimension' | 'items'> {
  readonly name: string;
}

interface NamedDimension {
  readonly key: string;
  readonly categories: readonly NamedTheme[];
}

/**
 * The tree of themes that hold indicators, in the given order, and below each indicator the categories that it has
 * figures of. Indicators of an unknown theme stand at the top.
 */
export function growTree(
  themes: readonly NamedTheme[],
  indicators: readonly NamedIndicator[],
  dimensions: readonly NamedDimension[] = [],
): TreeNode[] {
  const known = new Set(themes.map(({ key }) => key));
  const grow = (parent: string | null, depth: number): TreeNode[] => [
    ...indicators
      .filter(({ theme }) => (known.has(theme) ? theme : null) === parent)
      .map((indicator): TreeNode => {
        const dimension = dimensions.find(({ key }) => key === indicator.dimension);
        const children = dimension ? growCategories(indicator, dimension, depth + 1) : [];
        return { key: indicator.key, name: indicator.name, depth, kind: 'indicator', children };
      }),
    ...themes
      .filter((theme) => theme.parent === parent)
      .map(
        ({ key, name }): TreeNode => ({
          key: `theme/${key}`,
          name,
          depth,
          kind: 'theme',
          children: grow(key, depth + 1),
        }),
      )
      .filter(({ children }) => children.length > 0),
  ];
  return grow(null, 1);
}

function growCategories(indicator: NamedIndicator, { categories }: NamedDimension, top: number): TreeNode[] {
  const shown = new Set(
    indicator.items.flatMap(({ category, columns }) => (hasAny(columns) ? category : [])),
  );
  const below = new Map<string | null, NamedTheme[]>();
  for (const category of categories) {
    const siblings = below.get(category.parent);
    if (siblings) siblings.push(category);
    else below.set(category.parent, [category]);
  }
  const grow = (parent: string | null, depth: number): TreeNode[] =>
    (below.get(parent) ?? []).flatMap(({ key, name }) => {
      const children = grow(key, depth + 1);
      if (!shown.has(key) && children.length === 0) return [];
      const kind = shown.has(key) ? 'category' : 'group';
      return { key: writeAddress({ indicator: indicator.key, category: key }), name, depth, kind, children };
    });
  return grow(null, top);
}

function hasAny(columns: object): boolean {
  return Object.keys(columns).length > 0;
}

/** Whether the row has figures to show; others only hold rows. */
export function canShow({ kind }: TreeNode): boolean {
  return kind === 'indicator' || kind === 'category';
}

/** Lower case without accents, so that a filter forgives them. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The tree with only what has every word of the filter, in its name or in that of a row above; a category only where one
 * of the words is in its own name, or an indicator that is found would bring all of its own along. What is found keeps
 * all that is below it where nothing of that is found, so that one can go on from there.
 */
export function filterTree(nodes: readonly TreeNode[], filter: string): readonly TreeNode[] {
  const wanted = fold(filter).split(/\s+/).filter(Boolean);
  const keep = (node: TreeNode, above: string): TreeNode[] => {
    const name = fold(node.name);
    const path = `${above} ${name}`;
    const children = node.children.flatMap((child) => keep(child, path));
    const isFound =
      node.kind !== 'theme' &&
      wanted.every((word) => path.includes(word)) &&
      (node.kind === 'indicator' || wanted.some((word) => name.includes(word)));
    if (children.length > 0) return [{ ...node, children, match: isFound ? 'both' : 'below' }];
    return isFound ? [{ ...node, match: 'self' }] : [];
  };
  return wanted.length > 0 ? nodes.flatMap((node) => keep(node, '')) : nodes;
}

/** The rows that are in sight, from top to bottom. */
export function listVisible(nodes: readonly TreeNode[], isOpen: (node: TreeNode) => boolean): TreeNode[] {
  return nodes.flatMap((node) => [node, ...(isOpen(node) ? listVisible(node.children, isOpen) : [])]);
}

/** How many indicators and categories a filter found; not those that only hold one that was. */
export function countFound(nodes: readonly TreeNode[]): number {
  return nodes.reduce((sum, node) => {
    const own = canShow(node) && (node.match === 'self' || node.match === 'both') ? 1 : 0;
    return sum + own + (node.match === 'self' ? 0 : countFound(node.children));
  }, 0);
}

/** The rows that hold a row, the outermost first; empty at the top and for a row that is not there. */
export function listAbove(nodes: readonly TreeNode[], key: string): TreeNode[] {
  for (const node of nodes) {
    if (node.children.some((child) => child.key === key)) return [node];
    const below = listAbove(node.children, key);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
