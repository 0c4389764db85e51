import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absences } from '../../../geodata/classes/absence-pattern.ts';
import { classMethods, fewestClasses, mostClasses } from '../../../geodata/classes/classify.ts';
import { schemes } from '../../../geodata/classes/scheme.ts';
import { changeKinds } from '../../../geodata/comparing/change.ts';
import { mapLevels } from '../../../geodata/level.ts';
import { seenReaders } from '../../../geodata/link/seen-reader.ts';
import {
  arrangements,
  type Classes,
  defaultPanel,
  defaultView,
  formatView,
  mostSelected,
  namedReferences,
  ownClasses,
  type PanelView,
  pages,
  panelCounts,
  parseView,
  reportKinds,
  roundCamera,
  scales,
  showings,
  tabs,
  type View,
  weightings,
} from '../../../geodata/link/view.ts';
import { correlationMethods } from '../../../geodata/statistics/correlation.ts';
import { languages } from '../../../geodata/text.ts';

const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const period = fc.oneof(
  fc.integer({ min: 1990, max: 2100 }).map(String),
  fc
    .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 4 }))
    .map(([y, q]) => `${y}-Q${q}`),
  fc
    .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
);
const camera = fc
  .record({
    zoom: fc.double({ min: 0, max: 22, noNaN: true }),
    latitude: fc.double({ min: -85, max: 85, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  .map(roundCamera);
const area = fc.constantFrom('GM0153', 'WK015300', 'BU01530001', 'BU1774A10B');

const limits = fc
  .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 8 })
  .map((all) => ownClasses(all.map((each) => each / 10)))
  .filter((classes) => classes !== null);
const classes: fc.Arbitrary<Classes> = fc.oneof(
  fc.record({
    method: fc.constantFrom(...classMethods.filter((method) => method !== 'own')),
    count: fc.integer({ min: fewestClasses, max: mostClasses }),
    limits: fc.constant([]),
  }),
  limits,
);

const address = fc.stringMatching(
  /^[a-z0-9]([a-z0-9._-]{0,40}[a-z0-9])?(\/[a-z0-9]([a-z0-9.-]{0,20}[a-z0-9])?)?$/,
);

const panel: fc.Arbitrary<PanelView> = fc.record({
  indicator: fc.stringMatching(/^[a-z0-9]([a-z0-9._-]{0,40}[a-z0-9])?$/),
  period,
  boundaryYear: orNull(fc.integer({ min: 1990, max: 2100 })),
  level: fc.constantFrom(...mapLevels),
  deviation: fc.constantFrom(null, ...changeKinds),
  change: orNull(fc.record({ from: period, kind: fc.constantFrom(...changeKinds) })),
  shows: fc.constantFrom(...showings),
  pair: orNull(address.filter((each) => each !== 'none')),
  classes,
  scheme: orNull(fc.constantFrom(...schemes)),
});

const span = fc
  .tuple(orNull(fc.integer({ min: -50, max: 50 })), orNull(fc.integer({ min: 51, max: 99 })))
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]) => ({ from, to }));

const side = fc.oneof(span, fc.constant({ from: null, to: null }));

const shared = fc.record({
  page: fc.constantFrom(...pages),
  report: fc.constantFrom(...reportKinds),
  divider: fc.integer({ min: 0, max: 100 }).map((share) => share / 100),
  camera: orNull(camera),
  secondCamera: orNull(camera),
  area: orNull(area),
  selection: fc.subarray(['GM0153', 'WK015300', 'BU01530001', 'BU1774A10B']),
  reference: fc.constantFrom('GM0153', ...namedReferences),
  scale: fc.constantFrom(...scales),
  carry: orNull(fc.integer({ min: 1990, max: 2100 })),
  brush: orNull(
    fc.record({
      panel: fc.integer({ min: 0, max: 3 }),
      of: fc.oneof(span, fc.record({ x: side, y: side }), fc.constantFrom(...absences)),
    }),
  ),
  other: orNull(address),
  correlation: fc.constantFrom(...correlationMethods),
  weighting: fc.constantFrom(...weightings),
  contribution: orNull(fc.integer({ min: 1, max: 999_999_999_999_999 })),
  chance: fc.constantFrom('on' as const, 'off' as const),
  tab: fc.constantFrom(...tabs),
  base: fc.constantFrom('on', 'off'),
  fillOpacity: fc.integer({ min: 20, max: 100 }).map((percent) => percent / 100),
  template: orNull(fc.stringMatching(/^[a-z0-9-]{1,60}$/)),
  list: orNull(fc.uuid()),
  questionnaire: orNull(fc.stringMatching(/^[a-z0-9-]{1,60}\.[1-9][0-9]{0,3}$/)),
  round: orNull(fc.stringMatching(/^[a-z0-9-]{1,60}$/)),
  frozen: orNull(fc.stringMatching(/^[2-9a-z]{8}$/)),
  slides: orNull(fc.stringMatching(/^[A-Za-z0-9_-]{1,300}$/)),
  presentation: orNull(fc.uuid()),
  slide: orNull(fc.integer({ min: 1, max: 99 })),
  follow: orNull(fc.stringMatching(/^[2-9a-hjkmnp-z]{6}$/)),
  language: fc.constantFrom(...languages),
  seeAs: orNull(fc.constantFrom(...seenReaders, 'GM0153' as const)),
});

const view: fc.Arbitrary<View> = fc.constantFrom(...arrangements).chain((arrangement) => {
  const count = panelCounts[arrangement];
  return fc
    .tuple(
      shared,
      fc.array(panel, { minLength: count, maxLength: count }),
      fc.integer({ min: 0, max: count - 1 }),
    )
    .map(([rest, panels, active]) => ({ ...rest, arrangement, panels, active }));
});

describe('the link is the state', () => {
  test('what is written reads back as the same view, without problems', () => {
    fc.assert(
      fc.property(view, (original) => {
        const { view: restored, problems } = parseView(formatView(original));
        expect(problems).toEqual([]);
        expect({ ...defaultView, ...restored }).toEqual(original);
      }),
    );
  });

  test('no text whatever makes it throw, and what it reads it can write and read again', () => {
    const name = fc.constantFrom(
      'indicator',
      'period',
      'level',
      'area',
      'map',
      'classes',
      'lang',
      '__proto__',
      'x',
    );
    const query = fc
      .array(fc.tuple(name, fc.string()))
      .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), query), (text) => {
        const restored = { ...defaultView, ...parseView(text).view };
        expect({ ...defaultView, ...parseView(formatView(restored)).view }).toEqual(restored);
      }),
    );
  });

  test('a link is readable and leaves out what is default', () => {
    expect(formatView(defaultView)).toBe('');
    const chosen: View = {
      ...defaultView,
      panels: [
        {
          ...defaultPanel,
          indicator: 'misdrijven-per-1000',
          period: '2024',
          classes: { method: 'equal', count: 7, limits: [] },
        },
      ],
      area: 'BU01530001',
      camera: { zoom: 11.2, latitude: 52.2215, longitude: 6.8937 },
      language: 'en',
    };
    expect(formatView(chosen)).toBe(
      '?indicator=misdrijven-per-1000&period=2024&classes=equal.7&area=BU01530001&map=11.20/52.2215/6.8937&lang=en',
    );
  });

  test('a damaged link keeps what can be read and tells the rest', () => {
    const { view: restored, problems } = parseView(
      '?indicator=inwoners&period=2024-13&level=street&area=BU153&map=99/1/2&classes=quantile.2&lang=en&lang=nl&a=b',
    );
    expect(restored).toEqual({ panels: [{ ...defaultPanel, indicator: 'inwoners' }], language: 'en' });
    expect(problems).toEqual([
      { parameter: 'period', value: '2024-13', reason: 'malformed' },
      { parameter: 'level', value: 'street', reason: 'malformed' },
      { parameter: 'area', value: 'BU153', reason: 'malformed' },
      { parameter: 'map', value: '99/1/2', reason: 'malformed' },
      { parameter: 'classes', value: 'quantile.2', reason: 'malformed' },
      { parameter: 'lang', value: 'nl', reason: 'repeated' },
      { parameter: 'a', value: 'b', reason: 'unknown' },
    ]);
  });

  test('a panel says only in what it differs from the first', () => {
    const first: PanelView = { ...defaultPanel, indicator: 'inwoners', period: '2024', level: 'district' };
    const compared: View = {
      ...defaultView,
      arrangement: '2',
      panels: [
        { ...first, period: '2021' },
        { ...first, change: { from: '2021', kind: 'relative' } },
      ],
      active: 1,
      selection: ['GM0153', 'GM0141'],
      brush: { panel: 0, of: { from: 10, to: null } },
    };
    expect(formatView(compared)).toBe(
      '?indicator=inwoners&period=2021&level=district&period2=2024&change2=2021.relative&panels=2&active=2&areas=GM0153,GM0141&brush=1:10..',
    );
  });

  test('a parameter of a panel that is not there is left aside, and a place beyond the last is the last', () => {
    const { view: restored } = parseView('indicator=inwoners&period3=2021&panels=2&active=4');
    expect(restored.panels).toHaveLength(2);
    expect(restored.active).toBe(1);
  });

  test('more areas than a selection holds, or one twice, is malformed', () => {
    const many = Array.from({ length: mostSelected + 1 }, (_, i) => `BU015300${10 + i}`).join(',');
    expect(parseView(`areas=${many}`).problems).toHaveLength(1);
    expect(parseView('areas=GM0153,GM0153').problems).toHaveLength(1);
  });

  test('only areas with borders of their own can be pinned, in any letter case', () => {
    expect(parseView('area=bu01530001').view).toEqual({ area: 'BU01530001' });
    expect(parseView('area=NL00').problems).toHaveLength(1);
    expect(parseView('area=twente').problems).toHaveLength(1);
  });
});

test.each(['own.1e-7,5', 'own.0.5,1e+25', 'own.-3,-1e-9,0'])(
  'limits of any size come back from a link: %s',
  (classes) => {
    const link = `?classes=${encodeURIComponent(classes)}&brush=${encodeURIComponent('1:1e-7..1e+25')}`;
    const { view, problems } = parseView(link);
    expect(problems).toEqual([]);
    const written = formatView({ ...defaultView, ...view });
    expect(written).toContain('brush=');
    const again = parseView(written);
    expect(again.problems).toEqual([]);
    expect(formatView({ ...defaultView, ...again.view })).toBe(written);
  },
);

test.each(['9'.repeat(400), '1e999', 'e5', '1e', '--1'])(
  'what no number can hold is no limit: %s',
  (limit) => {
    expect(parseView(`?brush=1:${limit}..5`).problems).toHaveLength(1);
  },
);
