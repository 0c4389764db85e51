import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classMethods, fewestClasses, mostClasses } from '../../geodata/classify.ts';
import { mapLevels } from '../../geodata/level.ts';
import { languages } from '../../geodata/text.ts';
import {
  defaultView,
  formatView,
  parseView,
  roundCamera,
  scales,
  tabs,
  type View,
} from '../../geodata/view.ts';

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

const view: fc.Arbitrary<View> = fc.record({
  indicator: orNull(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,40}$/)),
  period: orNull(period),
  boundaryYear: orNull(fc.integer({ min: 1990, max: 2100 })),
  level: fc.constantFrom(...mapLevels),
  area: orNull(area),
  camera: orNull(camera),
  classes: fc.record({
    method: fc.constantFrom(...classMethods),
    count: fc.integer({ min: fewestClasses, max: mostClasses }),
  }),
  scale: fc.constantFrom(...scales),
  tab: fc.constantFrom(...tabs),
  language: fc.constantFrom(...languages),
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
      indicator: 'misdrijven-per-1000',
      period: '2024',
      area: 'BU01530001',
      camera: { zoom: 11.2, latitude: 52.2215, longitude: 6.8937 },
      classes: { method: 'equal', count: 7 },
      language: 'en',
    };
    expect(formatView(chosen)).toBe(
      '?indicator=misdrijven-per-1000&period=2024&area=BU01530001&map=11.20/52.2215/6.8937&classes=equal.7&lang=en',
    );
  });

  test('a damaged link keeps what can be read and tells the rest', () => {
    const { view: restored, problems } = parseView(
      '?indicator=inwoners&period=2024-13&level=street&area=BU153&map=99/1/2&classes=quantile.2&lang=en&lang=nl&a=b',
    );
    expect(restored).toEqual({ indicator: 'inwoners', language: 'en' });
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

  test('only areas with borders of their own can be pinned, in any letter case', () => {
    expect(parseView('area=bu01530001').view).toEqual({ area: 'BU01530001' });
    expect(parseView('area=NL00').problems).toHaveLength(1);
    expect(parseView('area=twente').problems).toHaveLength(1);
  });
});
