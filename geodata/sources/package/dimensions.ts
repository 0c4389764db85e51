import type { Category, Dimension } from '../../dimension.ts';
import { suggest } from '../suggestion.ts';
import {
  keyError,
  type Node,
  readObjects,
  readOptionalText,
  readText,
  refuseOtherKeys,
} from './descriptor.ts';
import { readKey, readName } from './naming.ts';

/**
 * Reads the dimensions of a package: keys once only, and every category behind the group that it belongs to, in
 * whatever order they stand. Throws InputError.
 */
export function readDimensions(node: Node): Dimension[] {
  const nodes = readObjects(node, 'dimensions', ({ key }, number) =>
    typeof key === 'string' ? `dimension "${key}"` : `dimension ${number}`,
  );
  const dimensions = nodes.map(readDimension);
  for (const [position, own] of nodes.entries()) {
    const key = dimensions[position]?.key;
    if (dimensions.findIndex((other) => other.key === key) !== position)
      throw keyError(own, 'key', `"${key}" is defined twice`, 'remove or rename one of the two');
  }
  return dimensions;
}

function readDimension(node: Node): Dimension {
  refuseOtherKeys(node, ['key', 'name', 'total', 'categories']);
  const key = readKey(node, 'key');
  const total = readOptionalText(node, 'total');
  const nodes = readObjects(
    node,
    'categories',
    (values, number) =>
      `dimension "${key}", category ${typeof values.key === 'string' ? `"${values.key}"` : number}`,
    true,
  );
  const given = nodes.map(readCategory);
  for (const [position, own] of nodes.entries()) checkCategory(own, position, given, total);
  return { key, name: readName(node, 'name'), total, categories: arrange(given, nodes) };
}

function readCategory(node: Node): Category {
  refuseOtherKeys(node, ['key', 'name', 'parent']);
  return {
    key: readCategoryKey(node),
    parent: readOptionalText(node, 'parent'),
    name: readName(node, 'name'),
  };
}

/** A code as sources have them, that can stand in a link: `1.1.1`, `zeer-vaak`. */
function readCategoryKey(node: Node): string {
  const text = readText(node, 'key');
  if (text.length <= 40 && /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(text)) return text;
  throw keyError(
    node,
    'key',
    `"${text}" cannot be used in a link`,
    'use at most 40 small letters, digits, points and hyphens',
  );
}

function checkCategory(node: Node, position: number, all: readonly Category[], total: string | null): void {
  const { key, parent } = all[position] ?? { key: '', parent: null };
  const keys = all.map((category) => category.key);
  if (keys.indexOf(key) !== position)
    throw keyError(node, 'key', `"${key}" is defined twice`, 'remove or rename one of the two');
  if (key === total)
    throw keyError(node, 'key', `"${key}" is the total`, 'leave it out: the total is the indicator itself');
  if (parent !== null && !keys.includes(parent))
    throw keyError(node, 'parent', `the category "${parent}" is unknown`, suggest(parent, keys));
}

/** Depth first, so that a group stands before its items; what is left over has parents that go in a circle. */
function arrange(given: readonly Category[], nodes: readonly Node[]): Category[] {
  const below = (parent: string | null): Category[] =>
    given
      .filter((category) => category.parent === parent)
      .flatMap((category) => [category, ...below(category.key)]);
  const arranged = below(null);
  const stray = given.findIndex((category) => !arranged.includes(category));
  const node = nodes[stray];
  if (node)
    throw keyError(node, 'parent', 'its groups go in a circle', 'leave out the parent of one of them');
  return arranged;
}
