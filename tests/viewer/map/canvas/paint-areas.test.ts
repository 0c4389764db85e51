import { expect, test } from 'vitest';
import { absences, fillOf, shapesOf } from '../../../../geodata/classes/absence-pattern.ts';
import { distanceToInk } from '../../../../viewer/map/canvas/paint-areas.ts';

test.each(absences)('%s has the ink on the map that it has in the legend', (absence) => {
  const { pattern } = fillOf(absence, 'light');
  const { size, lines, dots } = shapesOf(pattern);
  const toLine = (x: number, y: number, [x1, y1, x2, y2]: (typeof lines)[number]) => {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = Math.hypot(dx, dy);
    const beside = Math.abs(dx * (y - y1) - dy * (x - x1)) / length;
    const along = (dx * (x - x1) + dy * (y - y1)) / length;
    return Math.max(beside, -along, along - length);
  };
  let inked = 0;
  for (let x = 0.05; x < size; x += 0.31)
    for (let y = 0.05; y < size; y += 0.31) {
      const toInk = Math.min(
        ...lines.map((line) => toLine(x, y, line)),
        ...dots.map(([dx, dy]) => Math.hypot(x - dx, y - dy)),
      );
      const isInked = toInk < pattern.weight / 2;
      expect(distanceToInk(pattern, x, y) < pattern.weight / 2, `${x} ${y}`).toBe(isInked);
      if (isInked) inked += 1;
    }
  expect(inked).toBeGreaterThan(10);
});
