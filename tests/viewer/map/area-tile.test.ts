import { describe, expect, it } from 'vitest';
import { latitudeOf, longitudeOf } from '../../../geodata/map/mercator.ts';
import { decodeAreaTile, findAreaAt, ringsOf } from '../../../viewer/map/area-tile.ts';
import {
  bordersOnTiles,
  findOnTiles,
  indexOnTiles,
  numberedOnTiles,
  outlinesOnTiles,
} from '../../../viewer/map/on-tiles.ts';
import { encodeSquares } from './squares.ts';

const id = { z: 9, x: 265, y: 168 };
const right = { z: 9, x: 266, y: 168 };
const west = { code: 'BU01530001', index: 4, box: [0.1, 0.1, 0.5, 0.9], hole: [0.2, 0.4, 0.3, 0.6] } as const;
const east = { code: 'BU01530002', index: 9, box: [0.5, 0.1, 1.6, 0.9] } as const;
const tile = decodeAreaTile(encodeSquares(id, [west, east]), 'neighbourhood');

describe('a tile', () => {
  it('gives each area its code, name, index and rings', () => {
    expect([...tile.areas.keys()]).toEqual(['BU01530001', 'BU01530002']);
    const area = tile.areas.get('BU01530001');
    expect(area).toMatchObject({ name: 'Buurt BU01530001', index: 4 });
    expect(area?.polygons).toHaveLength(1);
    const [outer, hole] = area?.polygons[0] ? ringsOf(area.polygons[0]) : [];
    expect(Math.min(...(outer ?? []))).toBeCloseTo(0.1, 3);
    expect(Math.max(...(outer ?? []))).toBeCloseTo(0.9, 3);
    expect(Math.min(...(hole ?? []))).toBeCloseTo(0.2, 3);
  });

  it('knows which area holds a point, and that a hole is outside', () => {
    expect(findAreaAt(tile, { x: 0.15, y: 0.5 })?.code).toBe('BU01530001');
    expect(findAreaAt(tile, { x: 0.25, y: 0.5 })).toBeNull();
    expect(findAreaAt(tile, { x: 0.75, y: 0.5 })?.code).toBe('BU01530002');
    expect(findAreaAt(tile, { x: 0.75, y: 0.95 })).toBeNull();
  });

  it('is without areas where it is empty or lacks the level', () => {
    expect(decodeAreaTile(new Uint8Array(0), 'neighbourhood').areas.size).toBe(0);
    expect(decodeAreaTile(encodeSquares(id, [west]), 'district').areas.size).toBe(0);
  });
});

describe('tiles on the screen', () => {
  const next = decodeAreaTile(
    encodeSquares(right, [{ ...east, box: [-0.5, 0.1, 0.6, 0.9] }]),
    'neighbourhood',
  );
  const shown = [
    { id, tile },
    { id: right, tile: next },
  ];
  const place = { x: 265.75 / 512, y: 168.5 / 512 };

  it('find an area by its place on earth', () => {
    expect(findOnTiles(shown, longitudeOf(place), latitudeOf(place))?.code).toBe('BU01530002');
    expect(findOnTiles(shown, 0, 0)).toBeNull();
  });

  it('find the index of a code', () => {
    expect(indexOnTiles(shown, 'BU01530002')).toBe(9);
    expect(indexOnTiles(shown, 'BU01530003')).toBe(-1);
    expect(indexOnTiles(shown, null)).toBe(-1);
  });

  it('outline an area across tiles without the cuts between them', () => {
    const features = outlinesOnTiles(shown, { selected: 'BU01530002', hovered: null });
    const selected = features.find(({ properties }) => properties?.role === 'selected');
    const lines = selected?.geometry.type === 'MultiLineString' ? selected.geometry.coordinates : [];
    expect(lines.length).toBeGreaterThanOrEqual(2);
    const cut = (266 / 512) * 360 - 180;
    const tolerance = 360 / 512 / 4;
    for (const line of lines) {
      for (let i = 1; i < line.length; i++) {
        const [x1 = 0, y1 = 0] = line[i - 1] ?? [];
        const [x2 = 0, y2 = 0] = line[i] ?? [];
        const upright = Math.abs(x1 - x2) < 1e-4 && Math.abs(y1 - y2) > 1e-3;
        if (upright) expect(Math.abs(x1 - cut)).toBeGreaterThan(tolerance);
      }
    }
  });

  it('outline an area that is hovered and selected once', () => {
    const features = outlinesOnTiles(shown, { selected: 'BU01530002', hovered: 'BU01530002' });
    const counts = features.map(({ geometry }) =>
      geometry.type === 'MultiLineString' ? geometry.coordinates.length : -1,
    );
    expect(counts.filter((count) => count > 0)).toHaveLength(1);
  });

  it('number areas in the order of the selection, each with a point inside of it', () => {
    const features = numberedOnTiles(shown, ['BU01530002', 'BU00000000', 'BU01530001']);
    const badges = features.filter(({ properties }) => properties?.role === 'badge');
    expect(badges.map(({ properties }) => properties?.number)).toEqual([1, 3]);
    const codes = badges.map(({ geometry }) => {
      const [longitude = 0, latitude = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
      return findOnTiles(shown, longitude, latitude)?.code;
    });
    expect(codes).toEqual(['BU01530002', 'BU01530001']);
  });

  it('draw a border between two areas once', () => {
    const lengthOf = (codes: string[]): number => {
      const { geometry } = bordersOnTiles([{ id, tile }], 'otherBorders', codes);
      const lines = geometry.type === 'MultiLineString' ? geometry.coordinates : [];
      return lines.reduce((sum, line) => sum + line.length - 1, 0);
    };
    const apart = lengthOf(['BU01530001']) + lengthOf(['BU01530002']);
    expect(lengthOf(['BU01530001', 'BU01530002'])).toBe(apart - 1);
  });
});
