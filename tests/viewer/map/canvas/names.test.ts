import { describe, expect, test } from 'vitest';
import { placeNames } from '../../../../viewer/map/canvas/names.ts';
import type { Sight } from '../../../../viewer/map/canvas/sight.ts';
import type { TileLabel } from '../../../../viewer/map/canvas/tile-lines.ts';

const side = 512;
const sight: Sight = { camera: { zoom: 0, longitude: 0, latitude: 0 }, width: side, height: side };
/** Every letter is half as wide as its size. */
const context = {
  font: '',
  measureText: (text: string) => ({ width: 24 * text.length }),
} as unknown as CanvasRenderingContext2D;

/** `x` and `y` in pixels of the screen. */
function label(name: string, x: number, y: number, more: Partial<TileLabel> = {}): TileLabel {
  return { name, level: 'municipality', rank: 0, x: x / side, y: y / side, ...more };
}

function place(
  labels: TileLabel[],
  badges: Parameters<typeof placeNames>[3]['badges'] = [],
  zoom = 0,
  nameScale = 1,
) {
  const tiles = [{ id: { z: 0, x: 0, y: 0 }, lines: { borders: [], labels } }];
  const seen = { ...sight, camera: { ...sight.camera, zoom } };
  return placeNames(context, tiles, seen, { scene: { level: 'neighbourhood', nameScale }, badges });
}

describe('names', () => {
  test('stand on their place where there is room', () => {
    expect(place([label('Almelo', 100, 200)])).toMatchObject([{ lines: ['Almelo'], x: 100, y: 200 }]);
  });

  test('give way to one of a lower rank, first downwards', () => {
    const [first, second] = place([label('Borne', 105, 215, { rank: 2 }), label('Almelo', 100, 200)]);
    expect(first).toMatchObject({ lines: ['Almelo'], x: 100, y: 200 });
    expect(second?.lines).toEqual(['Borne']);
    expect(second?.x).toBe(105);
    expect(second?.y).toBeGreaterThan(215);
  });

  test('are left out where there is no room on any side', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => label(`Naam ${i}`, 100, 200, { rank: i }));
    expect(place(crowd)).toMatchObject([{ lines: ['Naam 0'] }]);
  });

  test('give way to badges', () => {
    const [name] = place([label('Almelo', 100, 200)], [{ number: '1', x: 100, y: 185 }]);
    expect(name?.y).not.toBe(200);
  });

  test('break into lines of about the same width', () => {
    const [name] = place([label('Hof van Twente en omstreken', 250, 250)]);
    expect(name?.lines).toEqual(['Hof van Twente', 'en omstreken']);
  });

  test('break behind hyphens and before brackets, and leave a long word whole', () => {
    const lines = place([label('Bedrijventerrein-Zuidoost (buitengebied)', 250, 250)])[0]?.lines;
    expect(lines).toEqual(['Bedrijventerrein-', 'Zuidoost', '(buitengebied)']);
    const [long] = place([label('Vliegvelduitbreidingsgebied', 250, 250)]);
    expect(long?.lines).toEqual(['Vliegvelduitbreidingsgebied']);
  });

  test('are larger on a slide, and as many fewer fit', () => {
    const labels = [label('Enschede', 200, 200, { rank: 1 }), label('Hengelo', 260, 200, { rank: 2 })];
    const sizes = (nameScale: number) => place(labels, [], 0, nameScale).map(({ size }) => size);
    const [usual] = sizes(1);
    expect(sizes(1.4)[0]).toBeCloseTo((usual ?? 0) * 1.4, 6);
    expect(sizes(1).length).toBeGreaterThanOrEqual(sizes(1.4).length);
  });

  test('of municipalities come first, then those of the level, large areas from further away', () => {
    const at = side / 2;
    const labels = [
      label('Klein', at, at - 60, { level: 'neighbourhood', rank: 5 }),
      label('Groot', at, at + 60, { level: 'neighbourhood', rank: 1 }),
      label('Wijk 1', at + 100, at, { level: 'district', rank: 0 }),
      label('Almelo', at, at, { rank: 3 }),
    ].map((each) => ({ ...each, x: 0.5 + (each.x - 0.5) / 2 ** 11, y: 0.5 + (each.y - 0.5) / 2 ** 11 }));
    const names = (zoom: number) => place(labels, [], zoom).map(({ lines }) => lines.join(' '));
    expect(names(9)).toEqual(['Almelo']);
    expect(names(10)).toEqual(['Almelo', 'Groot']);
    expect(names(11.5)).toEqual(['Almelo', 'Groot', 'Klein']);
    expect(names(12.6)).toEqual(['Groot', 'Klein']);
  });

  test('of a level that is not drawn at the zoom are left out', () => {
    expect(place([label('Centrum', 100, 200, { level: 'neighbourhood' })])).toEqual([]);
  });
});
