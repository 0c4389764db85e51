import { describe, expect, test } from 'vitest';
import { worldOf } from '../../../../geodata/map/mercator.ts';
import {
  boundsOf,
  cameraWith,
  fitBounds,
  placeTile,
  type Sight,
  screenOf,
  worldAt,
} from '../../../../viewer/map/canvas/sight.ts';

const sight: Sight = {
  camera: { zoom: 9.3, longitude: 6.7, latitude: 52.3 },
  width: 900,
  height: 700,
};
const twente = [6.3, 52.1, 7.1, 52.6] as const;

describe('what a camera sees', () => {
  test('has its place in the middle of the screen', () => {
    const { x, y } = screenOf(sight, worldOf(6.7, 52.3));
    expect([x, y]).toEqual([450, 350]);
  });

  test('is found again from the screen', () => {
    const point = { x: 123.25, y: 456.5 };
    const again = screenOf(sight, worldAt(sight, point));
    expect(again.x).toBeCloseTo(point.x, 6);
    expect(again.y).toBeCloseTo(point.y, 6);
  });

  test('has bounds with its place between them', () => {
    const [west, south, east, north] = boundsOf(sight);
    expect((west + east) / 2).toBeCloseTo(6.7);
    expect(south).toBeLessThan(52.3);
    expect(north).toBeGreaterThan(52.3);
  });

  test('holds tiles that are twice as large a zoom further in', () => {
    expect(placeTile(sight, { z: 9, x: 0, y: 0 }).side).toBeCloseTo(512 * 2 ** 0.3);
    expect(placeTile(sight, { z: 10, x: 0, y: 0 }).side).toBeCloseTo(256 * 2 ** 0.3);
  });
});

test('zooming around a point keeps what lies under it', () => {
  const point = { x: 200, y: 600 };
  const world = worldAt(sight, point);
  const camera = cameraWith(sight, 11, world, point);
  const { x, y } = screenOf({ ...sight, camera }, world);
  expect(x).toBeCloseTo(point.x, 4);
  expect(y).toBeCloseTo(point.y, 4);
});

test('bounds fit between margins, touching those of one pair of sides', () => {
  const margins = { top: 48, right: 16, bottom: 56, left: 24 };
  const camera = fitBounds(twente, sight, margins, 16);
  const seen = { ...sight, camera };
  const first = screenOf(seen, worldOf(twente[0], twente[3]));
  const last = screenOf(seen, worldOf(twente[2], twente[1]));
  expect(Math.min(first.x - 24, first.y - 48)).toBeCloseTo(0, 4);
  expect(Math.min(900 - 16 - last.x, 700 - 56 - last.y)).toBeCloseTo(0, 4);
  expect(first.x - 24).toBeCloseTo(900 - 16 - last.x, 4);
  expect(fitBounds(twente, sight, margins, 5).zoom).toBe(5);
});
