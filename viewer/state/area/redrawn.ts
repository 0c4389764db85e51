import { computed, type ReadonlySignal } from '@preact/signals';
import { tellBoundaryStory } from '../../../geodata/boundary/lineage/story.ts';
import { readLineage } from '../../data/client.ts';
import type { Lineage, ObservationRow } from '../../data/contract.ts';
import { createResource } from '../resource.ts';

type Point = Pick<ObservationRow, 'period' | 'boundaryYear'>;

/** Two boundary years, the earlier first. */
export interface YearPair {
  readonly from: number;
  readonly to: number;
}

/** Lineage between pairs of boundary years. */
export type Lineages = readonly (YearPair & Pick<Lineage, 'rows'>)[];

/** The boundary years that follow each other in lines of figures, each in order of time: each pair once, in order. */
export function listYearPairs(lines: readonly (readonly Pick<Point, 'boundaryYear'>[])[]): YearPair[] {
  const pairs: YearPair[] = [];
  for (const points of lines)
    points.slice(1).forEach(({ boundaryYear }, before) => {
      const pair = orderYears(points[before]?.boundaryYear ?? boundaryYear, boundaryYear);
      if (pair.from !== pair.to && !pairs.some((known) => isSamePair(known, pair))) pairs.push(pair);
    });
  return pairs.sort((one, other) => one.from - other.from || one.to - other.to);
}

function orderYears(one: number, other: number): YearPair {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

function isSamePair(one: YearPair, other: YearPair): boolean {
  return one.from === other.from && one.to === other.to;
}

/**
 * Of the figures of one area, in order of time, the periods whose figure is of other ground than the one before: the area
 * was redrawn between their boundary years, or the later year used its code anew.
 */
export function findRedrawn(code: string, points: readonly Point[], lineages: Lineages): string[] {
  return points.slice(1).flatMap(({ period, boundaryYear }, index) => {
    const pair = orderYears(points[index]?.boundaryYear ?? boundaryYear, boundaryYear);
    const rows = lineages.find((lineage) => isSamePair(lineage, pair))?.rows ?? [];
    const change = tellBoundaryStory(rows, code, 'to')?.change;
    return change === 'redrawn' || change === 'new' ? [period] : [];
  });
}

/** The lineage that lines of figures need to know where their areas were redrawn; empty while it loads. */
export function createLineages(
  lines: ReadonlySignal<readonly { readonly points: readonly Point[] }[]>,
): ReadonlySignal<Lineages> {
  const wanted = computed(() => {
    const pairs = listYearPairs(lines.value.map(({ points }) => points));
    return pairs.length > 0 ? pairs : null;
  });
  const resource = createResource(
    wanted,
    (pairs, abort): Promise<Lineages> =>
      Promise.all(pairs.map(async (pair) => ({ ...pair, rows: (await readLineage(pair, abort)).rows }))),
  );
  return computed(() => resource.data.value ?? []);
}
