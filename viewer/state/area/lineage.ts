import { computed } from '@preact/signals';
import type { AreaList } from '../../../geodata/area-list.ts';
import { type BoundaryStory, tellBoundaryStory } from '../../../geodata/boundary/lineage/story.ts';
import { isMapLevel } from '../../../geodata/level.ts';
import { readAreaList, readLineage } from '../../data/client.ts';
import { boundaryYear, catalog } from '../catalog.ts';
import { activePanel } from '../panel/panels.ts';
import { createResource } from '../resource.ts';
import { area } from './selection.ts';

const previousYear = computed(() => {
  const years = catalog.data.value?.boundaryYears.map(({ year }) => year) ?? [];
  const before = years.filter((year) => year < (boundaryYear.value ?? 0));
  return before.length > 0 ? Math.max(...before) : null;
});

const wanted = computed(() =>
  area.data.value?.index != null && previousYear.value && boundaryYear.value
    ? { from: previousYear.value, to: boundaryYear.value }
    : null,
);

const lineage = createResource(wanted, readLineage);

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

/** What became of the area of the side panel between the boundary years of a change. */
export interface ChangeStory {
  readonly from: number;
  readonly to: number;
  readonly came: BoundaryStory | null;
  readonly went: BoundaryStory | null;
  readonly nameBefore: (code: string) => string;
  readonly nameAfter: (code: string) => string;
}

const wantedStory = computed(() => {
  const [from, to] = [activePanel.value.change.from.value?.boundaryYear, boundaryYear.value];
  const found = area.data.value;
  return from && to && from < to && found && isMapLevel(found.level)
    ? { from, to, level: found.level }
    : null;
});

const boundaryChanges = createResource(wantedStory, async ({ from, to, level }, abort) => {
  const names = async (boundaryYear: number) => namesOf(await readAreaList({ level, boundaryYear }, abort));
  const [lineage, before, after] = await Promise.all([
    readLineage({ from, to }, abort),
    names(from),
    names(to),
  ]);
  const rows = lineage.rows.filter((row) => row.level === level);
  return { from, to, rows, before, after };
});

function namesOf({ rows }: AreaList): ReadonlyMap<string, string> {
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const sameShape: readonly (BoundaryStory['change'] | undefined)[] = ['unchanged', 'renamed', 'recoded'];

/** null where the area kept its shape, while that is not known, and where no change is shown. */
export const changeStory = computed<ChangeStory | null>(() => {
  const changes = boundaryChanges.current.value;
  const code = area.data.value?.code;
  if (!changes || !code) return null;
  const came = tellBoundaryStory(changes.rows, code, 'to');
  if (!came || sameShape.includes(came.change)) return null;
  return {
    from: changes.from,
    to: changes.to,
    came,
    went: tellBoundaryStory(changes.rows, code, 'from'),
    nameBefore: (other) => changes.before.get(other) ?? other,
    nameAfter: (other) => changes.after.get(other) ?? other,
  };
});
