import { describe, expect, test } from 'vitest';
import { countIndicators, filterTree, findParent, growTree, listVisible } from '../../viewer/tree/nodes.ts';
import { stepThrough } from '../../viewer/tree/steps.ts';

const roots = growTree(
  [
    { key: 'living', parent: null, name: 'Veilige leefomgeving' },
    { key: 'living.objective', parent: 'living', name: 'Objectieve veiligheid' },
    { key: 'youth', parent: null, name: 'Jeugd' },
    { key: 'background', parent: null, name: 'Achtergrond' },
  ],
  [
    { key: 'crimes', theme: 'living.objective', name: 'Misdrijven' },
    { key: 'burglary', theme: 'living.objective', name: 'Woninginbraak' },
    { key: 'inhabitants', theme: 'background', name: 'Inwoners' },
    { key: 'stray', theme: 'no-such-theme', name: 'Café’s' },
  ],
);
const allOpen = () => true;
const keys = (nodes: readonly { readonly key: string }[]) => nodes.map(({ key }) => key);

describe('the tree of indicators', () => {
  test('shows themes in their order, only those that hold something, and loses no indicator', () => {
    expect(keys(listVisible(roots, allOpen))).toEqual([
      'stray',
      'theme/living',
      'theme/living.objective',
      'crimes',
      'burglary',
      'theme/background',
      'inhabitants',
    ]);
    expect(countIndicators(roots)).toBe(4);
  });

  test('hides what is under a closed theme', () => {
    const visible = listVisible(roots, (key) => key !== 'theme/living');
    expect(keys(visible)).toEqual(['stray', 'theme/living', 'theme/background', 'inhabitants']);
  });

  test('filters by every word, in the name or a theme above it, whatever the accents and case', () => {
    expect(keys(listVisible(filterTree(roots, 'VEILIGHEID inbraak'), allOpen))).toEqual([
      'theme/living',
      'theme/living.objective',
      'burglary',
    ]);
    expect(keys(filterTree(roots, 'cafe'))).toEqual(['stray']);
    expect(filterTree(roots, 'inbraak jeugd')).toEqual([]);
    expect(filterTree(roots, '  ')).toBe(roots);
  });

  test('knows the theme that holds a row', () => {
    expect(findParent(roots, 'crimes')?.key).toBe('theme/living.objective');
    expect(findParent(roots, 'theme/living')).toBeNull();
  });
});

describe('the keyboard of the tree', () => {
  const rows = listVisible(roots, allOpen);
  const row = (key: string) => {
    const found = rows.find((each) => each.key === key);
    if (!found) throw new Error(`no row ${key}`);
    return found;
  };
  const press = (key: string, at: string, isOpen = allOpen) => stepThrough(key, row(at), rows, roots, isOpen);

  test('goes up and down, and stays at the ends', () => {
    expect(press('ArrowDown', 'stray')).toEqual({ key: 'theme/living' });
    expect(press('ArrowUp', 'stray')).toBeNull();
    expect(press('Home', 'burglary')).toEqual({ key: 'stray' });
    expect(press('End', 'stray')).toEqual({ key: 'inhabitants' });
    expect(press('ArrowDown', 'inhabitants')).toBeNull();
  });

  test('opens and enters to the right, closes and leaves to the left', () => {
    expect(press('ArrowRight', 'theme/living', () => false)).toEqual({ open: true });
    expect(press('ArrowRight', 'theme/living')).toEqual({ key: 'theme/living.objective' });
    expect(press('ArrowLeft', 'theme/living')).toEqual({ open: false });
    expect(press('ArrowLeft', 'crimes')).toEqual({ key: 'theme/living.objective' });
    expect(press('ArrowRight', 'crimes')).toBeNull();
  });

  test('a letter goes to the next row that begins with it, and round', () => {
    expect(press('i', 'crimes')).toEqual({ key: 'inhabitants' });
    expect(press('c', 'inhabitants')).toEqual({ key: 'stray' });
    expect(press('z', 'crimes')).toBeNull();
  });
});
