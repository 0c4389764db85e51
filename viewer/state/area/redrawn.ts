import { computed, type ReadonlySignal } from '@preact/signals';
import { tellBoundaryStory } from '../../../geodata/boundary/lineage/story.ts';
import { readLineage } from '../../data/client.ts';
import type { Lineage, ObservationRow } from '../../data/contract.ts';
import { createResource } from '../resource.ts';

type Point = Pick<ObservationRow, 'period' | 'boundaryYear'>;

/** Lineage by the two boundary years that it lies between, `2021/2024`. */
export type Lineages = ReadonlyMap<string, Lineage['rows']>;

/** The boundary years that follow each other in figures that are in order of time: `2021/2024`, the earlier year first. */
export function listYearPairs(points: readonly Pick<Point, 'boundaryYear'>[]): string[] {
  const pairs = points.slice(1).flatMap(({ boundaryYear }, place) => {
    const before = points[place]?.boundaryYear ?? boundaryYear;
    return before === boundaryYear ? [] : [writePair(before, boundaryYear)];
  });
  return [...new Set(pairs)];
}

function writePair(one: number, other: number): string {
  return [one, other].sort((a, b) => a - b).join('/');
}

/**
 * Of the figures of one area, in order of time, the periods whose figure is of other ground than the one before: the area
 * was redrawn between their boundary years, or the later year used its code anew.
 */
export function findRedrawn(code: string, points: readonly Point[], lineages: Lineages): string[] {
  return points.slice(1).flatMap(({ period, boundaryYear }, place) => {
    const rows = lineages.get(writePair(points[place]?.boundaryYear ?? boundaryYear, boundaryYear)) ?? [];
    const change = tellBoundaryStory(rows, code, 'to')?.change;
    return change === 'redrawn' || change === 'new' ? [period] : [];
  });
}

/** The lineage that lines of figures need to know where their areas were redrawn; empty while it loads. */
export function createLineages(
  lines: ReadonlySignal<readonly { readonly points: readonly Point[] }[]>,
): ReadonlySignal<Lineages> {
  const wanted = computed(() => {
    const pairs = new Set(lines.value.flatMap(({ points }) => listYearPairs(points)));
    return pairs.size > 0 ? [...pairs].sort().join(' ') : null;
  });
  const resource = createResource(wanted, async (key, abort): Promise<Lineages> => {
    const read = async (pair: string) => {
      const [from = 0, to = 0] = pair.split('/').map(Number);
      return [pair, (await readLineage({ from, to }, abort)).rows] as const;
    };
    return new Map(await Promise.all(key.split(' ').map(read)));
  });
  return computed(() => resource.data.value ?? new Map());
}
