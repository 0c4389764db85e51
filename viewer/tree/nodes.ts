import type { CatalogIndicator } from '../data/contract.ts';

/** A row of the tree: a theme that holds others, or an indicator. */
export interface TreeNode {
  /** An indicator's key, or `theme/` and the theme's. */
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  readonly kind: 'theme' | 'indicator';
  readonly children: readonly TreeNode[];
}

interface NamedTheme {
  readonly key: string;
  readonly parent: string | null;
  readonly name: string;
}

interface NamedIndicator extends Pick<CatalogIndicator, 'key' | 'theme'> {
  readonly name: string;
}

/** The tree of themes that hold indicators, in the given order. Indicators of an unknown theme stand at the top. */
export function growTree(themes: readonly NamedTheme[], indicators: readonly NamedIndicator[]): TreeNode[] {
  const known = new Set(themes.map(({ key }) => key));
  const grow = (parent: string | null, depth: number): TreeNode[] => [
    ...indicators
      .filter(({ theme }) => (known.has(theme) ? theme : null) === parent)
      .map(({ key, name }): TreeNode => ({ key, name, depth, kind: 'indicator', children: [] })),
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

/** Lower case without accents, so that a filter forgives them. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The tree with only the indicators that have every word of the filter, in their name or in that of a theme above. */
export function filterTree(nodes: readonly TreeNode[], filter: string): readonly TreeNode[] {
  const wanted = fold(filter).split(/\s+/).filter(Boolean);
  const keep = (node: TreeNode, above: string): TreeNode[] => {
    const path = `${above} ${fold(node.name)}`;
    if (node.kind === 'indicator') return wanted.every((word) => path.includes(word)) ? [node] : [];
    const children = node.children.flatMap((child) => keep(child, path));
    return children.length > 0 ? [{ ...node, children }] : [];
  };
  return wanted.length > 0 ? nodes.flatMap((node) => keep(node, '')) : nodes;
}

/** The rows that are in sight, from top to bottom. */
export function listVisible(nodes: readonly TreeNode[], isOpen: (key: string) => boolean): TreeNode[] {
  return nodes.flatMap((node) => [node, ...(isOpen(node.key) ? listVisible(node.children, isOpen) : [])]);
}

export function countIndicators(nodes: readonly TreeNode[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.kind === 'indicator' ? 1 : countIndicators(node.children)),
    0,
  );
}

/** The theme that holds a node; null at the top. */
export function findParent(nodes: readonly TreeNode[], key: string): TreeNode | null {
  for (const node of nodes) {
    if (node.children.some((child) => child.key === key)) return node;
    const below = findParent(node.children, key);
    if (below) return below;
  }
  return null;
}
