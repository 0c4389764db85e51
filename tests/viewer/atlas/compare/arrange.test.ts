import { expect, test } from 'vitest';
import { defaultPanel, defaultView } from '../../../../geodata/link/view.ts';
import { arrange, pairPeriods } from '../../../../viewer/atlas/compare/arrange.ts';
import type { CatalogIndicator } from '../../../../viewer/data/contract.ts';
import type { ResolvedView } from '../../../../viewer/state/link/resolve.ts';

const indicator: CatalogIndicator = {
  key: 'share',
  name: { nl: 'aandeel', en: 'share' },
  theme: 'theme',
  unit: '%',
  kind: 'share',
  decimals: 1,
  polarity: 'neutral',
  aggregate: 'none',
  derive: null,
  smallestDenominator: null,
  dimension: null,
  items: [],
  survey: null,
  breaks: [],
  levels: ['municipality'],
  periods: ['2021', '2022', '2023', '2023-01'].map((period) => ({
    period,
    boundaryYear: 2023,
    status: 'final',
    levels: ['municipality'],
  })),
  source: null,
  sources: [],
  columns: {},
};

function viewOf(...periods: string[]): ResolvedView {
  const panels = periods.map((period) => ({ ...defaultPanel, indicator: 'share', period }));
  const [first] = panels;
  if (!first) throw new Error('A view has a panel');
  return { ...defaultView, ...first, panels };
}

const periodsIn = (view: ReturnType<typeof arrange>) => view.panels?.map(({ period }) => period);

test('from one map on, the others show the periods before it, earliest first', () => {
  const two = arrange(viewOf('2023'), indicator, '2');
  expect(periodsIn(two)).toEqual(['2022', '2023']);
  expect(two.active).toBe(1);
  expect(periodsIn(arrange(viewOf('2023'), indicator, '4'))).toEqual(['2021', '2021', '2022', '2023']);
  expect(periodsIn(arrange(viewOf('2021'), indicator, 'swipe'))).toEqual(['2021', '2022']);
});

test('back to one map the active one stays', () => {
  const view = { ...viewOf('2021', '2023'), active: 1 };
  expect(arrange(view, indicator, '1')).toMatchObject({ active: 0, panels: [{ period: '2023' }] });
});

test('panels that there are stay when others join them', () => {
  expect(periodsIn(arrange(viewOf('2021', '2023'), indicator, '4'))).toEqual([
    '2021',
    '2023',
    '2021',
    '2021',
  ]);
});

test('two periods stand beside each other as figures, and one over the other where the map is swiped', () => {
  const pair = pairPeriods(viewOf('2023'), '2021', '2023');
  expect(pair).toMatchObject({ arrangement: '2', panels: [{ period: '2021' }, { period: '2023' }] });
  expect(pairPeriods({ ...viewOf('2023'), arrangement: 'swipe' }, '2021', '2023').arrangement).toBe('swipe');
});
