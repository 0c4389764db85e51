import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTiles, coverView } from '../../../geodata/map/cover.ts';
import {
  childrenOf,
  keyOf,
  latitudeOf,
  longitudeOf,
  parentOf,
  tileAt,
  withinTile,
  worldOf,
} from '../../../geodata/map/mercator.ts';

const extent = { minzoom: 6, maxzoom: 13, bounds: [6.33, 52.12, 7.07, 52.5] } as const;

describe('the tiles of a view', () => {
  it('are those of the whole zoom below, within the zooms there are', () => {
    const view = [6.85, 52.2, 6.9, 52.23] as const;
    expect(coverView(view, 9.9, extent).map(keyOf)).toEqual(['9/265/168']);
    expect(coverView(view, 3, extent)[0]?.z).toBe(6);
    expect(coverView(view, 15.5, extent)[0]?.z).toBe(13);
  });

  it('stay within the ground that has tiles', () => {
    expect(coverView([3, 50, 5, 51], 9, extent)).toEqual([]);
    expect(coverView([-180, -80, 180, 80], 9, extent).length).toBeLessThanOrEqual(6);
  });

  it('hold every place of the view', () => {
    const inside = fc.record({
      longitude: fc.double({ min: 6.33, max: 7.07, noNaN: true }),
      latitude: fc.double({ min: 52.12, max: 52.5, noNaN: true }),
      zoom: fc.double({ min: 5, max: 15, noNaN: true }),
    });
    fc.assert(
      fc.property(inside, ({ longitude, latitude, zoom }) => {
        const tiles = coverView([6.3, 52.1, 7.1, 52.6], zoom, extent);
        const keys = new Set(tiles.map(keyOf));
        expect(keys.has(keyOf(tileAt(worldOf(longitude, latitude), tiles[0]?.z ?? -1)))).toBe(true);
      }),
    );
  });
});

describe('the tiles to draw', () => {
  const wanted = { z: 10, x: 531, y: 336 };

  it('are the wanted ones once they are there', () => {
    expect(chooseTiles([wanted], () => true, 6)).toEqual([wanted]);
  });

  it('are nearest ones above until then, coarse ones first', () => {
    const beside = { z: 10, x: 532, y: 336 };
    const there = new Set([keyOf(parentOf(parentOf(wanted))), keyOf(beside)]);
    const chosen = chooseTiles([beside, wanted], (tile) => there.has(keyOf(tile)), 6);
    expect(chosen).toEqual([parentOf(parentOf(wanted)), beside]);
  });

  it('are those below where none above is there', () => {
    const [first, second] = childrenOf(wanted);
    const there = new Set([first, second].map((tile) => keyOf(tile ?? wanted)));
    expect(chooseTiles([wanted], (tile) => there.has(keyOf(tile)), 6)).toEqual([first, second]);
  });

  it('are none where none is there', () => {
    expect(chooseTiles([wanted], () => false, 6)).toEqual([]);
  });
});

describe('mercator', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        (longitude, latitude) => {
          const point = worldOf(longitude, latitude);
          expect(longitudeOf(point)).toBeCloseTo(longitude, 9);
          expect(latitudeOf(point)).toBeCloseTo(latitude, 9);
        },
      ),
    );
  });

  it('places a point within its tile', () => {
    const point = worldOf(6.8937, 52.2215);
    const within = withinTile(point, tileAt(point, 12));
    for (const share of [within.x, within.y]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThan(1);
    }
  });
});
