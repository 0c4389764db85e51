import { expect, test, vi } from 'vitest';
import type { Clustering } from '../../../../geodata/statistics/clustering.ts';
import type { Analysis } from '../../../../viewer/data/analysis/client.ts';
import type { CatalogIndicator } from '../../../../viewer/data/contract.ts';
import type { Context } from '../../../../viewer/state/reference/context.ts';
import { makeTypes } from '../../../../viewer/state/reference/types.ts';

const run = vi.fn<() => Promise<Clustering>>();
const analysis = () => ({ run }) as unknown as Pick<Analysis, 'run'>;

const clustering = {
  types: new Int8Array(6),
  centres: [Float64Array.of(0, 0, 0)],
  sizes: [6],
} as unknown as Clustering;

function contextOf(column: Float64Array): Context {
  const keys = ['a', 'b', 'c'];
  return {
    indicators: keys.map((key) => ({ key, name: { nl: key, en: key } }) as CatalogIndicator),
    columns: keys.map(() => column),
    periods: keys.map((key) => `${key}@2024`),
  };
}

test('types that cannot be computed are a failure, and are asked for anew', async () => {
  const context = contextOf(Float64Array.of(1, 2, 3, 4, 5, 6));
  run.mockRejectedValueOnce(new Error('The analysis cannot be run'));
  await expect(makeTypes(context, analysis)).rejects.toThrow('cannot be run');
  run.mockResolvedValueOnce(clustering);
  expect((await makeTypes(context, analysis))?.clustering).toBe(clustering);
});

test('too few areas that have all figures have no types, which is no failure', async () => {
  run.mockClear();
  expect(await makeTypes(contextOf(Float64Array.of(1, 2, 3, 4, Number.NaN)), analysis)).toBeNull();
  expect(run).not.toHaveBeenCalled();
});
