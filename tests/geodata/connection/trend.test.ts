import { expect, test } from 'vitest';
import { drawTrend } from '../../../geodata/connection/trend.ts';

const x = Float64Array.from({ length: 60 }, (_, i) => i);
const certain = { lower: 0.2, upper: 0.9, count: 60 };

test('a straight line is that of least squares, from the first area to the last', () => {
  const y = x.map((value) => 3 + 2 * value);
  const line = drawTrend({ x, y }, 'pearson', certain);
  expect([...(line?.x ?? [])]).toEqual([0, 59]);
  expect(line?.y[0]).toBeCloseTo(3, 10);
  expect(line?.y[1]).toBeCloseTo(121, 10);
});

test('an area counts as often as it weighs', () => {
  const dots = { x: Float64Array.of(...Array(10).keys(), 20), y: Float64Array.of(...Array(10).fill(1), 7) };
  const twice = { x: Float64Array.of(...dots.x, 20, 20), y: Float64Array.of(...dots.y, 7, 7) };
  const weighted = drawTrend(
    { ...dots, weights: dots.x.map((value) => (value === 20 ? 3 : 1)) },
    'pearson',
    certain,
  );
  expect(weighted?.y[1]).toBeCloseTo(drawTrend(twice, 'pearson', certain)?.y[1] ?? 0, 10);
});

test('a trend of ranks goes through the medians of ten groups, and no outlier moves it', () => {
  const y = x.map((value) => value ** 2);
  const line = drawTrend({ x, y }, 'spearman', certain);
  expect([...(line?.x ?? [])]).toEqual(Array.from({ length: 10 }, (_, group) => group * 6 + 2.5));
  const wild = y.map((value, index) => (index === 3 ? 1e9 : value));
  expect(drawTrend({ x, y: wild }, 'spearman', certain)?.y.slice(1)).toEqual(line?.y.slice(1));
});

test('there is no line through chance, nor through a few areas', () => {
  expect(drawTrend({ x, y: x }, 'pearson', { lower: -0.1, upper: 0.4, count: 60 })).toBeNull();
  expect(drawTrend({ x, y: x }, 'pearson', { lower: Number.NaN, upper: Number.NaN, count: 60 })).toBeNull();
  expect(drawTrend({ x, y: x }, 'spearman', { lower: 0.4, upper: 0.8, count: 9 })).toBeNull();
});
