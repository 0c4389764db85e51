import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInSight } from '../../../../viewer/atlas/plate/sight.ts';
import { directions, findInDirection } from '../../../../viewer/atlas/walk/direction.ts';

const home: [number, number] = [6.89, 52.22];
const around = {
  east: { code: 'east', centroid: [6.95, 52.22] },
  north: { code: 'north', centroid: [6.89, 52.26] },
  west: { code: 'west', centroid: [6.83, 52.221] },
  south: { code: 'south', centroid: [6.891, 52.18] },
} as const;
const areas = Object.values(around);

describe('walking with the arrow keys', () => {
  test('goes to the neighbour that lies that way', () => {
    expect(directions.map((direction) => findInDirection(home, direction, areas)?.code)).toEqual([
      'east',
      'north',
      'west',
      'south',
    ]);
  });

  test('stays where nothing lies that way', () => {
    expect(findInDirection(home, 'ArrowUp', [around.south])).toBeNull();
    expect(findInDirection(home, 'ArrowUp', [])).toBeNull();
  });

  test('prefers what is straight ahead to what is as far but aside', () => {
    const aside = { code: 'aside', centroid: [6.95, 52.25] as const };
    expect(findInDirection(home, 'ArrowRight', [aside, around.east])?.code).toBe('east');
  });

  test('never leads away from the pressed direction', () => {
    const place = fc.tuple(
      fc.double({ min: 6.3, max: 7.1, noNaN: true }),
      fc.double({ min: 52.1, max: 52.6, noNaN: true }),
    );
    fc.assert(
      fc.property(place, fc.array(place), (from, others) => {
        const candidates = others.map((centroid, i) => ({ code: String(i), centroid }));
        const right = findInDirection(from, 'ArrowRight', candidates);
        const up = findInDirection(from, 'ArrowUp', candidates);
        if (right) expect(right.centroid[0]).toBeGreaterThanOrEqual(from[0]);
        if (up) expect(up.centroid[1]).toBeGreaterThanOrEqual(from[1]);
      }),
    );
  });
});

test('a place is in sight while it stands well within the picture', () => {
  const camera = { zoom: 11, latitude: 52.22, longitude: 6.89 };
  const screen = { clientWidth: 900, clientHeight: 800 };
  expect(isInSight([6.89, 52.22], camera, screen)).toBe(true);
  // 900 pixels at zoom 11 are 0.309 degrees wide: half of it is 0.154, four fifths of that 0.124.
  expect(isInSight([6.89 + 0.12, 52.22], camera, screen)).toBe(true);
  expect(isInSight([6.89 + 0.13, 52.22], camera, screen)).toBe(false);
  expect(isInSight([6.89, 52.22 + 0.09], camera, screen)).toBe(false);
});
