import { describe, expect, test } from 'vitest';
import { appearances, schemes } from '../../../../geodata/classes/scheme.ts';
import { fillArea } from '../../../../viewer/map/canvas/area-colours.ts';
import type { MapScene } from '../../../../viewer/map/scene.ts';
import { expectSquare } from '../../../e2e/shader-page/expected.ts';
import { gridSize } from '../../../e2e/shader-page/grid.ts';
import type { PlainScene } from '../../../e2e/shader-page/harness.ts';
import { sceneOf } from '../../../e2e/shader-page/scene.ts';

function mapScene(scene: PlainScene): MapScene {
  return { ...scene, chosen: scene.chosen && Uint8Array.from(scene.chosen) };
}

describe('an area without a GPU', () => {
  test.each(appearances.flatMap((appearance) => schemes.map((scheme) => [scheme, appearance] as const)))(
    'is filled as with one, in scheme %s, %s',
    (scheme, appearance) => {
      for (const share of [0, 0.4, 1]) {
        const scene = { ...sceneOf(scheme, 7, appearance), nextIndex: 1, share };
        for (let index = 0; index < gridSize; index++) {
          const expected = expectSquare(scene, index);
          const fill = fillArea(mapScene(scene), index, -1);
          if ('flat' in expected) expect(fill).toMatchObject({ colour: expected.flat, absence: null });
          else expect(fill.absence).toBe(expected.absence);
        }
      }
    },
  );

  test('fades where it is not chosen, and is tinted under the pointer', () => {
    const scene = sceneOf('warm', 5, 'light');
    const plain = fillArea(mapScene(scene), 0, -1).colour;
    const chosen = Array.from({ length: gridSize }, (_, i) => Number(i === 4));
    expect(fillArea(mapScene({ ...scene, chosen }), 0, -1).colour).not.toEqual(plain);
    expect(fillArea(mapScene(scene), 0, 0).colour).not.toEqual(plain);
    expect(fillArea(mapScene(scene), 0, 4).colour).toEqual(plain);
  });

  test('beyond the end of the column is empty', () => {
    const scene = mapScene(sceneOf('warm', 5, 'light'));
    const empty = fillArea({ ...scene, column: null }, 0, -1).colour;
    expect(fillArea(scene, gridSize, -1).colour).toEqual(empty);
  });
});
