import { describe, expect, test } from 'vitest';
import {
  canShow,
  countFound,
  filterTree,
  growTree,
  listAbove,
  listVisible,
  type TreeNode,
} from '../../../../viewer/atlas/tree/nodes.ts';
import { stepThrough } from '../../../../viewer/atlas/tree/steps.ts';

const whole = { dimension: null, items: [] };
const withFigures = (...categories: string[]) =>
  categories.map((category) => ({ category, columns: { municipality: { hash: 'a', bytes: 1 } } }));
const roots = growTree(
  [
    { key: 'living', parent: null, name: 'Veilige leefomgeving' },
    { key: 'living.objective', parent: 'living', name: 'Objectieve veiligheid' },
    { key: 'youth', parent: null, name: 'Jeugd' },
    { key: 'background', parent: null, name: 'Achtergrond' },
  ],
  [
    {
      key: 'crimes',
      theme: 'living.objective',
      name: 'Misdrijven',
      dimension: 'offence',
      items: withFigures('1', '1.1', '1.1.1', '1.1.2', '2.1'),
    },
    { key: 'burglary', theme: 'living.objective', name: 'Woninginbraak', ...whole },
    { key: 'inhabitants', theme: 'background', name: 'Inwoners', ...whole },
    { key: 'stray', theme: 'no-such-theme', name: 'Café’s', ...whole },
  ],
  [
    {
      key: 'offence',
      categories: [
        { key: '1', parent: null, name: 'Vermogensmisdrijven' },
        { key: '1.1', parent: '1', name: 'Inbraak' },
        { key: '1.1.1', parent: '1.1', name: 'Inbraak in woning' },
        { key: '1.1.2', parent: '1.1', name: 'Diefstal uit schuur' },
        { key: '2', parent: null, name: 'Geweld' },
        { key: '2.1', parent: '2', name: 'Mishandeling' },
        { key: '2.2', parent: '2', name: 'Bedreiging' },
        { key: '3', parent: null, name: 'Verkeer' },
      ],
    },
  ],
);
const allOpen = () => true;
const asFound = ({ kind, match }: TreeNode) => kind === 'theme' || match === 'below' || match === 'both';
const closedItems = ({ kind }: TreeNode) => kind === 'theme';
const keys = (nodes: readonly { readonly key: string }[]) => nodes.map(({ key }) => key);

describe('the tree of indicators', () => {
  test('shows themes in their order, only those that hold something, and loses no indicator', () => {
    expect(keys(listVisible(roots, closedItems))).toEqual([
      'stray',
      'theme/living',
      'theme/living.objective',
      'crimes',
      'burglary',
      'theme/background',
      'inhabitants',
    ]);
  });

  test('shows below an indicator the groups and items that it has figures of, at their depth', () => {
    const [living] = roots.filter(({ key }) => key === 'theme/living');
    const rows = listVisible(living?.children[0]?.children.slice(0, 1) ?? [], allOpen);
    expect(rows.map(({ key, depth, kind }) => `${depth} ${kind} ${key}`)).toEqual([
      '3 indicator crimes',
      '4 category crimes/1',
      '5 category crimes/1.1',
      '6 category crimes/1.1.1',
      '6 category crimes/1.1.2',
      '4 group crimes/2',
      '5 category crimes/2.1',
    ]);
    expect(rows.filter((row) => !canShow(row)).map(({ name }) => name)).toEqual(['Geweld']);
  });

  test('hides what is under a closed theme', () => {
    const visible = listVisible(roots, (node) => node.key !== 'theme/living');
    expect(keys(visible)).toEqual(['stray', 'theme/living', 'theme/background', 'inhabitants']);
  });

  test('filters by every word, in the name or a theme above it, whatever the accents and case', () => {
    expect(keys(listVisible(filterTree(roots, 'VEILIGHEID woninginbraak'), asFound))).toEqual([
      'theme/living',
      'theme/living.objective',
      'burglary',
    ]);
    expect(keys(filterTree(roots, 'cafe'))).toEqual(['stray']);
    expect(filterTree(roots, 'inbraak jeugd')).toEqual([]);
    expect(filterTree(roots, '  ')).toBe(roots);
  });

  test('finds items, and shows them under their indicator', () => {
    const found = filterTree(roots, 'inbraak');
    expect(keys(listVisible(found, asFound))).toEqual([
      'theme/living',
      'theme/living.objective',
      'crimes',
      'crimes/1',
      'crimes/1.1',
      'crimes/1.1.1',
      'burglary',
    ]);
    expect(countFound(found)).toBe(3);
    expect(keys(listVisible(filterTree(roots, 'misdrijven mishandeling'), asFound)).at(-1)).toBe(
      'crimes/2.1',
    );
  });

  test('leaves the items of what is found closed, yet there, and counts none of them', () => {
    const found = filterTree(roots, 'geweld');
    expect(keys(listVisible(found, asFound)).at(-1)).toBe('crimes/2');
    expect(keys(listVisible(found, allOpen)).at(-1)).toBe('crimes/2.1');
    expect(countFound(found)).toBe(0);
    expect(countFound(filterTree(roots, 'objectieve'))).toBe(2);
    expect(keys(listVisible(filterTree(roots, 'objectieve'), asFound))).not.toContain('crimes/1');
  });

  test('knows the rows that hold a row', () => {
    expect(keys(listAbove(roots, 'crimes'))).toEqual(['theme/living', 'theme/living.objective']);
    expect(keys(listAbove(roots, 'crimes/1.1.2')).slice(2)).toEqual(['crimes', 'crimes/1', 'crimes/1.1']);
    expect(listAbove(roots, 'theme/living')).toEqual([]);
    expect(listAbove(roots, 'crimes/3')).toEqual([]);
  });
});

describe('the keyboard of the tree', () => {
  const rows = listVisible(roots, allOpen);
  const row = (key: string) => {
    const found = rows.find((each) => each.key === key);
    if (!found) throw new Error(`no row ${key}`);
    return found;
  };
  const press = (key: string, at: string, isOpen: (node: TreeNode) => boolean = allOpen) =>
    stepThrough(key, row(at), rows, roots, isOpen);

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
    expect(press('ArrowLeft', 'burglary')).toEqual({ key: 'theme/living.objective' });
    expect(press('ArrowRight', 'burglary')).toBeNull();
  });

  test('opens an indicator into its items, and comes back from the last of them', () => {
    expect(press('ArrowRight', 'crimes', closedItems)).toEqual({ open: true });
    expect(press('ArrowRight', 'crimes')).toEqual({ key: 'crimes/1' });
    expect(press('ArrowRight', 'crimes/1.1.1')).toBeNull();
    expect(press('ArrowLeft', 'crimes/1.1.1')).toEqual({ key: 'crimes/1.1' });
    expect(press('ArrowLeft', 'crimes/2')).toEqual({ open: false });
    expect(press('ArrowLeft', 'crimes', closedItems)).toEqual({ key: 'theme/living.objective' });
  });

  test('a letter goes to the next row that begins with it, and round', () => {
    expect(press('i', 'burglary')).toEqual({ key: 'inhabitants' });
    expect(press('c', 'inhabitants')).toEqual({ key: 'stray' });
    expect(press('z', 'crimes')).toBeNull();
  });
});
