import { describe, expect, it } from 'vitest';
import { type Colour, colourOfOklch, formatColour, parseColour } from '../../geodata/colour.ts';
import { absences, chanceColour, fillOf, shapesOf } from '../../geodata/fill.ts';
import { appearances, kindOfScheme, schemeColours, schemeFor, schemes } from '../../geodata/scheme.ts';
import { contrast, distance, eyes, greyPrint, perceive, sights } from './colour-vision.ts';

/** Smallest distance in OKLab between neighbouring classes, for every vision; just noticeable is about 0.02. */
const smallest = { five: 0.08, nine: 0.04, categories: 0.06 };
/** On a bad projector nine classes may be no more than just noticeable, five more than twice that. */
const smallestProjected = { five: 0.05, nine: 0.02 };

/** Every circumstance, but that only one run of lightness can be told apart in grey: not the two sides of a difference. */
const circumstances = Object.entries(sights).map(([sight, see]) => ({ sight, see }));
const cases = schemes.flatMap((scheme) =>
  appearances.flatMap((appearance) =>
    circumstances
      .filter(({ see }) => see !== greyPrint || kindOfScheme(scheme) === 'sequential')
      .map((circumstance) => ({ scheme, appearance, ...circumstance })),
  ),
);

type Sight = Parameters<typeof perceive>[1];

function closest(colours: readonly Colour[], see: Sight): number {
  return Math.min(...colours.slice(1).map((colour, i) => distance(colour, colours[i] ?? colour, see)));
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
  });

  it.each(cases)(
    '$scheme in $appearance keeps classes apart for $sight',
    ({ scheme, appearance, sight, see }) => {
      const { five, nine } = sight.endsWith('projector') ? smallestProjected : smallest;
      if (kindOfScheme(scheme) === 'categorical') {
        const colours = schemeColours(scheme, 8, appearance);
        const pairs = colours.flatMap((a, i) => colours.slice(i + 1).map((b) => distance(a, b, see)));
        expect(Math.min(...pairs)).toBeGreaterThan(smallest.categories);
        return;
      }
      expect(closest(schemeColours(scheme, 5, appearance), see)).toBeGreaterThan(five);
      expect(closest(schemeColours(scheme, 9, appearance), see)).toBeGreaterThan(nine);
    },
  );

  it.each(cases)(
    '$scheme in $appearance runs one way in lightness for $sight',
    ({ scheme, appearance, see }) => {
      const kind = kindOfScheme(scheme);
      if (kind === 'categorical') return;
      const lightness = schemeColours(scheme, 9, appearance).map(
        (colour) => perceive(colour, see)[0] * (appearance === 'light' ? 1 : -1),
      );
      const outwards =
        kind === 'sequential' ? [lightness] : [lightness.slice(4), lightness.slice(0, 5).reverse()];
      for (const side of outwards) expect(side).toEqual([...side].sort((a, b) => b - a));
    },
  );

  it.each(['cool-to-warm', 'warm-to-cool', 'violet-to-green'] as const)(
    '%s tells its ends apart',
    (scheme) => {
      for (const appearance of appearances) {
        const colours = schemeColours(scheme, 5, appearance);
        for (const { see } of Object.values(eyes).map((see) => ({ see }))) {
          expect(distance(colours[0] ?? [0, 0, 0], colours[4] ?? [0, 0, 0], see)).toBeGreaterThan(0.1);
          expect(distance(colours[1] ?? [0, 0, 0], colours[3] ?? [0, 0, 0], see)).toBeGreaterThan(0.1);
        }
      }
    },
  );
});

describe('fills of missing figures', () => {
  it('have ink that stands out from its paper', () => {
    for (const appearance of appearances) {
      for (const absence of absences) {
        const { ink, paper } = fillOf(absence, appearance);
        expect(contrast(ink, paper)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('show a border with every class of every scheme: ink or paper has 3:1 against it', () => {
    for (const appearance of appearances) {
      const { ink, paper } = fillOf('missing', appearance);
      for (const scheme of schemes)
        for (const colour of schemeColours(scheme, 9, appearance))
          expect(Math.max(contrast(ink, colour), contrast(paper, colour))).toBeGreaterThanOrEqual(3);
    }
  });

  it('and the grey of chance is no middle of a difference and no paper', () => {
    for (const appearance of appearances) {
      const grey = chanceColour(appearance);
      const middle = schemeColours('cool-to-warm', 5, appearance)[2] ?? grey;
      const { paper } = fillOf('missing', appearance);
      for (const other of [middle, paper])
        expect(distance(grey, other, sights['full colour'])).toBeGreaterThan(0.1);
    }
  });

  it('each have a pattern of their own', () => {
    expect(new Set(absences.map((absence) => fillOf(absence, 'light').pattern.kind)).size).toBe(
      absences.length,
    );
  });

  it.each(absences)('%s repeats without a seam', (absence) => {
    const { size, lines, dots } = shapesOf(fillOf(absence, 'light').pattern);
    expect(lines.length + dots.length).toBeGreaterThan(0);
    const inked = (x: number, y: number): boolean =>
      lines.some(([x1, y1, x2, y2]) => {
        const [dx, dy] = [x2 - x1, y2 - y1];
        return Math.abs(dy * (x - x1) - dx * (y - y1)) / Math.hypot(dx, dy) < 0.5;
      }) || dots.some(([cx, cy]) => Math.hypot(x - cx, y - cy) < 1.3);
    for (let step = 0; step <= size; step += 0.25) {
      expect(inked(step, 0)).toBe(inked(step, size));
      expect(inked(0, step)).toBe(inked(size, step));
    }
  });
});
