import { describe, expect, it } from 'vitest';
import { type Colour, colourOfOklch, formatColour, parseColour } from '../../../geodata/classes/colour.ts';
import {
  appearances,
  kindOfScheme,
  schemeColours,
  schemeFor,
  schemes,
  schemesFor,
} from '../../../geodata/classes/scheme.ts';
import { distance, eyes, greyPrint, perceive, type Sight, sights } from './colour-vision.ts';

const counts = [3, 4, 5, 6, 7, 8, 9] as const;

/** Smallest distances in OKLab between neighbouring classes; just noticeable side by side is about 0.02. */
const smallest = { usual: 0.05, projected: 0.025 };
/** Between any two categories. */
const smallestOfCategories = { usual: 0.09, grey: 0.05 };
/** Between any two classes on different sides of the middle, for every eye and projector. */
const smallestAcross = 0.04;

const cases = schemes.flatMap((scheme) =>
  appearances.flatMap((appearance) =>
    Object.entries(sights).map(([sight, see]) => ({ scheme, appearance, sight, see })),
  ),
);
const ordered = cases.filter(({ scheme }) => kindOfScheme(scheme) !== 'categorical');
const diverging = cases.filter(({ scheme }) => kindOfScheme(scheme) === 'diverging');
const categorical = cases.filter(({ scheme }) => kindOfScheme(scheme) === 'categorical');

/** Runs of colours from the lowest class to the highest, or from the middle to either end. */
function runsOf(scheme: (typeof schemes)[number], colours: Colour[]): Colour[][] {
  if (kindOfScheme(scheme) === 'sequential') return [colours];
  const half = colours.length / 2;
  return [colours.slice(0, Math.ceil(half)).reverse(), colours.slice(Math.floor(half))];
}

function least(firsts: readonly Colour[], seconds: readonly Colour[], see: Sight): number {
  return Math.min(...firsts.flatMap((a) => seconds.filter((b) => a !== b).map((b) => distance(a, b, see))));
}

describe('colours', () => {
  it('convert from OKLCH', () => {
    // Red of sRGB, from the table of CSS Color 4: oklch(0.62796 0.25768 29.234).
    expect(colourOfOklch({ lightness: 0.62796, chroma: 0.25768, hue: 29.234 })).toEqual([255, 0, 0]);
    expect(colourOfOklch({ lightness: 1, chroma: 0, hue: 0 })).toEqual([255, 255, 255]);
  });

  it('are written and read as hexadecimal', () => {
    expect(formatColour([1, 128, 255])).toBe('#0180ff');
    expect(parseColour('#0180ff')).toEqual([1, 128, 255]);
  });
});

describe('schemes', () => {
  it('say worse with warm, better with cool', () => {
    const hot = schemeColours(schemeFor('higher-is-worse', 'sequential'), 5, 'light')[3] ?? [0, 0, 0];
    const cold = schemeColours(schemeFor('higher-is-better', 'sequential'), 5, 'light')[3] ?? [0, 0, 0];
    expect(hot[0]).toBeGreaterThan(hot[2] + 60);
    expect(cold[2]).toBeGreaterThan(cold[0] + 60);
    const worse = schemeColours(schemeFor('higher-is-worse', 'diverging'), 5, 'light');
    expect(worse).toEqual(schemeColours(schemeFor('higher-is-better', 'diverging'), 5, 'light').reverse());
    expect((worse[4] ?? [0, 0, 0])[0]).toBeGreaterThan((worse[4] ?? [0, 0, 0])[2] + 30);
  });

  it('are offered by what a map shows, the one of the polarity among them', () => {
    for (const kind of ['sequential', 'diverging'] as const) {
      for (const scheme of schemesFor(kind)) expect(kindOfScheme(scheme)).toBe(kind);
      for (const polarity of ['higher-is-worse', 'higher-is-better', 'neutral'] as const)
        expect(schemesFor(kind)).toContain(schemeFor(polarity, kind));
    }
  });

  it('give as many colours as there are classes, a single one too', () => {
    for (const scheme of schemes)
      for (const count of [1, 2, ...counts])
        expect(schemeColours(scheme, count, 'light')).toHaveLength(count);
  });

  it.each(ordered)(
    '$scheme in $appearance keeps neighbouring classes apart: $sight',
    ({ scheme, appearance, sight, see }) => {
      const limit = sight.endsWith('projector') ? smallest.projected : smallest.usual;
      for (const count of counts) {
        for (const run of runsOf(scheme, schemeColours(scheme, count, appearance))) {
          for (const [i, colour] of run.slice(1).entries())
            expect(distance(run[i] ?? colour, colour, see)).toBeGreaterThan(limit);
        }
      }
    },
  );

  it.each(ordered)(
    '$scheme in $appearance runs one way in lightness: $sight',
    ({ scheme, appearance, see }) => {
      for (const count of counts) {
        for (const run of runsOf(scheme, schemeColours(scheme, count, appearance))) {
          const outwards = run.map((colour) => perceive(colour, see)[0] * (appearance === 'light' ? -1 : 1));
          for (const [i, lightness] of outwards.slice(1).entries())
            expect(lightness).toBeGreaterThan((outwards[i] ?? lightness) + 0.01);
        }
      }
    },
  );

  // In grey both sides of a difference look alike: a print of one needs colour, or the table beside it.
  it.each(diverging.filter(({ see }) => see !== greyPrint))(
    '$scheme in $appearance tells its sides apart: $sight',
    ({ scheme, appearance, see }) => {
      for (const count of counts) {
        const colours = schemeColours(scheme, count, appearance);
        const half = Math.floor(count / 2);
        const [low, high] = [colours.slice(0, half), colours.slice(-half)];
        expect(least(low, high, see)).toBeGreaterThan(smallestAcross);
      }
    },
  );

  it.each(diverging.filter(({ sight }) => sight in eyes))(
    '$scheme in $appearance tells its ends apart: $sight',
    ({ scheme, appearance, see }) => {
      for (const count of counts) {
        const colours = schemeColours(scheme, count, appearance);
        expect(least(colours.slice(0, 1), colours.slice(-1), see)).toBeGreaterThan(0.1);
      }
    },
  );

  it.each(categorical)('$scheme in $appearance are all different: $sight', ({ scheme, appearance, see }) => {
    const limit = see === greyPrint ? smallestOfCategories.grey : smallestOfCategories.usual;
    for (const count of counts) {
      const colours = schemeColours(scheme, count, appearance);
      expect(least(colours, colours, see)).toBeGreaterThan(limit);
    }
  });
});
