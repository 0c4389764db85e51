import { fold, listAbove, type TreeNode } from './nodes.ts';

/** What a key does: go to another row, or open or close the one that has the focus. */
export type Step = { readonly key: string } | { readonly open: boolean };

/**
 * Keyboard of a tree after the ARIA Authoring Practices: up, down, Home, End, right opens or enters, left closes or
 * leaves, a letter goes to the next row that begins with it. null: the key does nothing here.
 */
export function stepThrough(
  pressed: string,
  current: TreeNode,
  rows: readonly TreeNode[],
  roots: readonly TreeNode[],
  isOpen: (node: TreeNode) => boolean,
): Step | null {
  const index = rows.indexOf(current);
  const goTo = (node: TreeNode | null | undefined): Step | null => (node ? { key: node.key } : null);
  const holds = current.children.length > 0;
  if (pressed === 'ArrowDown') return goTo(rows[index + 1]);
  if (pressed === 'ArrowUp') return goTo(rows[index - 1]);
  if (pressed === 'Home') return goTo(rows[0]);
  if (pressed === 'End') return goTo(rows.at(-1));
  if (pressed === 'ArrowRight' && holds) return isOpen(current) ? goTo(current.children[0]) : { open: true };
  if (pressed === 'ArrowLeft')
    return holds && isOpen(current) ? { open: false } : goTo(listAbove(roots, current.key).at(-1));
  return pressed.length === 1 ? goTo(findByLetter(pressed, rows, index)) : null;
}

function findByLetter(letter: string, rows: readonly TreeNode[], index: number): TreeNode | undefined {
  const onward = [...rows.slice(index + 1), ...rows.slice(0, index)];
  return onward.find(({ name }) => fold(name).startsWith(fold(letter)));
}
