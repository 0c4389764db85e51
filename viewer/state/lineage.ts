import { computed } from '@preact/signals';
import { readLineage } from '../data/client.ts';
import { boundaryYear, catalog } from './catalog.ts';
import { createResource } from './resource.ts';
import { area } from './selection.ts';

const previousYear = computed(() => {
  const years = catalog.data.value?.boundaryYears.map(({ year }) => year) ?? [];
  const before = years.filter((year) => year < (boundaryYear.value ?? 0));
  return before.length > 0 ? Math.max(...before) : null;
});

const wanted = computed(() =>
  area.data.value?.index != null && previousYear.value && boundaryYear.value
    ? `${previousYear.value}/${boundaryYear.value}`
    : null,
);

const lineage = createResource(wanted, (key, abort) => {
  const [from, to] = key.split('/').map(Number);
  return readLineage({ from: from ?? 0, to: to ?? 0 }, abort);
});

/** What became another area here: since which boundary year, how, and from which codes. null: nothing changed. */
export interface BoundaryChange {
  readonly since: number;
  readonly change: 'renamed' | 'recoded' | 'redrawn' | 'new';
  readonly fromCodes: readonly string[];
}

/** Least share of an area's ground that makes it worth naming as a predecessor. */
const leastShare = 0.05;

/** How the area of the side panel came from the boundary year before. */
export const boundaryChange = computed<BoundaryChange | null>(() => {
  const code = area.data.value?.code;
  const rows = lineage.data.value?.rows.filter((row) => row.toCode === code) ?? [];
  const since = lineage.data.value?.from;
  const change = rows.map((row) => row.change).find((each) => each !== 'unchanged' && each !== 'gone');
  if (since === undefined || !change) return null;
  const from = rows.filter((row) => row.fromCode && row.fromCode !== code && row.areaShare >= leastShare);
  return { since, change, fromCodes: from.flatMap(({ fromCode }) => fromCode ?? []) };
});
