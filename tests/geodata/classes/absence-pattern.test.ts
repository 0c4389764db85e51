import { describe, expect, it } from 'vitest';
import {
  type Absence,
  absences,
  chanceColour,
  fillOf,
  shapesOf,
} from '../../../geodata/classes/absence-pattern.ts';
import { appearances, schemeColours, schemes, schemesFor } from '../../../geodata/classes/scheme.ts';
import { contrast, distance, eyes, sights } from './colour-vision.ts';

const counts = [3, 4, 5, 6, 7, 8, 9] as const;

/** Whether a point of the repeated pattern has ink. */
function inkOf(absence: Absence): (x: number, y: number) => boolean {
  const { pattern } = fillOf(absence, 'light');
  const { size, lines, dots } = shapesOf(pattern);
  const half = pattern.weight / 2;
  const within = (x: number, y: number): boolean =>
    lines.some(([x1, y1, x2, y2]) => {
      const [dx, dy] = [x2 - x1, y2 - y1];
      const along = (dx * (x - x1) + dy * (y - y1)) / Math.hypot(dx, dy) ** 2;
      return along >= 0 && along <= 1 && Math.abs(dy * (x - x1) - dx * (y - y1)) / Math.hypot(dx, dy) < half;
    }) || dots.some(([cx, cy]) => Math.hypot(x - cx, y - cy) < half);
  return (x, y) => within(((x % size) + size) % size, ((y % size) + size) % size);
}

/** Correlation of the ink of two patterns over a square of 60 pixels, one moved by dx and dy: 1 for the same pattern. */
function correlate(first: Absence, second: Absence, dx: number, dy: number): number {
  const [one, two] = [inkOf(first), inkOf(second)];
  let [both, only, other, points] = [0, 0, 0, 0];
  for (let x = 0.25; x < 60; x += 1.25) {
    for (let y = 0.25; y < 60; y += 1.25) {
      const [a, b] = [one(x, y), two(x + dx, y + dy)];
      points++;
      if (a) only++;
      if (b) other++;
      if (a && b) both++;
    }
  }
  const [p, q] = [only / points, other / points];
  return (both / points - p * q) / Math.sqrt(p * (1 - p) * q * (1 - q));
}

describe.each(appearances)('fills of missing figures in %s', (appearance) => {
  it.each(absences)('have ink that stands out from its paper: %s', (absence) => {
    const { ink, paper } = fillOf(absence, appearance);
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(3);
  });

  it.each(schemes)('stand out from every class of %s: ink or paper has 3:1 against it', (scheme) => {
    for (const absence of absences) {
      const { ink, paper } = fillOf(absence, appearance);
      for (const colour of counts.flatMap((count) => schemeColours(scheme, count, appearance)))
        expect(Math.max(contrast(ink, colour), contrast(paper, colour))).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('patterns', () => {
  const pairs = absences.flatMap((first, i) => absences.slice(i + 1).map((second) => ({ first, second })));

  it('are the same as themselves', () => {
    for (const absence of absences) expect(correlate(absence, absence, 0, 0)).toBeCloseTo(1, 9);
  });

  it.each(pairs)('of $first and $second differ in shape, wherever they begin', ({ first, second }) => {
    for (let dx = 0; dx < 9; dx += 1.5)
      for (let dy = 0; dy < 9; dy += 1.5)
        expect(Math.abs(correlate(first, second, dx, dy))).toBeLessThan(0.5);
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

describe.each(appearances)('the grey of chance in %s', (appearance) => {
  const grey = chanceColour(appearance);

  it('has no hue', () => {
    expect(new Set(grey).size).toBe(1);
  });

  it.each(Object.entries(sights))('is no middle of a difference and no paper or ink: %s', (_, see) => {
    const { ink, paper } = fillOf('missing', appearance);
    const middles = schemesFor('diverging').map((scheme) => schemeColours(scheme, 5, appearance)[2] ?? grey);
    for (const other of [...middles, ink, paper]) expect(distance(grey, other, see)).toBeGreaterThan(0.08);
  });

  it.each(Object.entries(eyes))('is no class of a difference: %s', (_, see) => {
    for (const scheme of schemesFor('diverging'))
      for (const colour of counts.flatMap((count) => schemeColours(scheme, count, appearance)))
        expect(distance(grey, colour, see)).toBeGreaterThan(0.05);
  });
});
