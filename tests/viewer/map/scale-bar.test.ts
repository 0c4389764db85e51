import { expect, test } from 'vitest';
import { metresPerPixel } from '../../../viewer/map/ground-scale.ts';
import { chooseScaleBar } from '../../../viewer/map/scale-bar.ts';

test('a pixel shows as much ground as Web Mercator says', () => {
  // OGC Two Dimensional Tile Matrix Set 2.0: 156543.0339 m at the equator for tiles of 256 pixels, half that for 512.
  expect(metresPerPixel(0, 0)).toBeCloseTo(156_543.033_928 / 2, 4);
  expect(metresPerPixel(10, 60)).toBeCloseTo(156_543.033_928 / 2 / 1024 / 2, 6);
});

test('a bar is a round length of the ground, as long as there is room for', () => {
  for (let zoom = 5; zoom < 18; zoom += 0.3) {
    const { metres, length } = chooseScaleBar({ zoom, latitude: 52.2 }, 120);
    expect(length).toBeLessThanOrEqual(120);
    expect(length).toBeGreaterThan(120 / 2.5 - 0.01);
    expect(metres / 10 ** Math.floor(Math.log10(metres) + 1e-9)).toSatisfy((digit: number) =>
      [1, 2, 5].some((each) => Math.abs(digit - each) < 1e-9),
    );
    expect(length * metresPerPixel(zoom, 52.2)).toBeCloseTo(metres, 6);
  }
  expect(chooseScaleBar({ zoom: 10, latitude: 52.2 }, 120).label).toBe('5 km');
  expect(chooseScaleBar({ zoom: 14, latitude: 52.2 }, 120).label).toBe('200 m');
});
