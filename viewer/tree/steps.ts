import { findParent, fold, type TreeNode } from './nodes.ts';

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
  isOpen: (key: string) => boolean,
): Step | null {
  const place = rows.indexOf(current);
  const goTo = (node: TreeNode | null | undefined): Step | null => (node ? { key: node.key } : null);
  const isTheme = current.kind === 'theme';
  if (pressed === 'ArrowDown') return goTo(rows[place + 1]);
  if (pressed === 'ArrowUp') return goTo(rows[place - 1]);
  if (pressed === 'Home') return goTo(rows[0]);
  if (pressed === 'End') return goTo(rows.at(-1));
  if (pressed === 'ArrowRight' && isTheme)
    return isOpen(current.key) ? goTo(current.children[0]) : { open: true };
  if (pressed === 'ArrowLeft')
    return isTheme && isOpen(current.key) ? { open: false } : goTo(findParent(roots, current.key));
  return pressed.length === 1 ? goTo(findByLetter(pressed, rows, place)) : null;
}

function findByLetter(letter: string, rows: readonly TreeNode[], place: number): TreeNode | undefined {
  const onward = [...rows.slice(place + 1), ...rows.slice(0, place)];
  return onward.find(({ name }) => fold(name).startsWith(fold(letter)));
}
