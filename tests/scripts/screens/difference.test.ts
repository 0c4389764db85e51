import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { comparePictures } from '../../../scripts/screens/difference.ts';

/** A grey picture, with what is painted over it. */
function paint(width: number, height: number, dots: readonly [x: number, y: number, grey: number][] = []) {
  const picture = new PNG({ width, height });
  picture.data.fill(0x80);
  for (const [x, y, grey] of dots) picture.data.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return PNG.sync.write(picture);
}

test('the same picture does not differ from itself, however it is compressed', () => {
  const picture = paint(8, 6);
  expect(comparePictures(picture, paint(8, 6))).toBeNull();
  const other = PNG.sync.write(PNG.sync.read(picture), { deflateLevel: 0 });
  expect(other.equals(picture)).toBe(false);
  expect(comparePictures(picture, other)).toBeNull();
});

test('pixels that differ by the least are counted, with the rectangle around them, and are red in the picture', () => {
  const found = comparePictures(
    paint(8, 6),
    paint(8, 6, [
      [2, 1, 0x81],
      [6, 4, 0x00],
    ]),
  );
  expect(found).toMatchObject({ count: 2, box: { left: 2, top: 1, width: 5, height: 4 } });
  const drawn = PNG.sync.read(found?.picture ?? Buffer.of());
  const at = (x: number, y: number) => [...drawn.data.subarray((y * 8 + x) * 4, (y * 8 + x) * 4 + 3)];
  expect(at(2, 1)).toEqual([0xd0, 0, 0]);
  expect(at(6, 4)).toEqual([0xd0, 0, 0]);
  expect(at(0, 0)).toEqual([0xe0, 0xe0, 0xe0]);
});

test('what only the longer picture has differs', () => {
  const found = comparePictures(paint(4, 6), paint(4, 9));
  expect(found).toMatchObject({
    count: 12,
    box: { left: 0, top: 6, width: 4, height: 3 },
    sizes: [
      [4, 6],
      [4, 9],
    ],
  });
});
