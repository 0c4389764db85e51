import { computed } from '@preact/signals';
import type { PolicyPriority } from '../../../../geodata/policy/cycle.ts';
import { findTarget, type Target } from '../../../../geodata/target.ts';
import { readArea, readTargets } from '../../../data/client.ts';
import { listNeededKeys, listSinceRows, type SinceRow } from '../../../figures/since-rows.ts';
import { readLevelFigures } from '../../../state/area/level-figures.ts';
import { indicatorOf, indicators } from '../../../state/catalog.ts';
import { createResource } from '../../../state/resource.ts';
import { ownCycles } from '../policy.ts';

/** Of every cycle on the page: its municipality, the last year before it, and what it is judged by. */
const wanted = computed(() => {
  const cycles = ownCycles.value.map(({ id, municipality, fromYear, priorities }) => ({
    id,
    municipality,
    year: fromYear - 1,
    addresses: [...new Set(priorities.flatMap((priority) => priority.indicators))],
  }));
  const judged = cycles.filter(({ addresses }) => addresses.length > 0);
  return judged.length > 0 && indicators.value.length > 0 ? judged : null;
});

/** How the figures of the priorities went since each plan, by the number of the cycle, and what is to be reached. */
export const evaluation = createResource(wanted, async (cycles, abort) => {
  const municipality = cycles[0]?.municipality ?? '';
  const all = cycles.flatMap(({ addresses }) => addresses.flatMap((address) => indicatorOf(address) ?? []));
  const [area, { columns }, targets] = await Promise.all([
    readArea({ code: municipality }, abort),
    readLevelFigures('municipality', null, abort, listNeededKeys(all)),
    readTargets(null, abort),
  ]);
  const { index } = area;
  const rows = new Map<string, readonly SinceRow[]>(
    cycles.map(({ id, addresses, year }) => {
      const followed = addresses.flatMap((address) => {
        const indicator = indicatorOf(address);
        return indicator && index !== null ? [{ indicator, index }] : [];
      });
      return [id, listSinceRows(followed, columns, indicators.peek(), year)];
    }),
  );
  return { rows, targets };
});

/** What a municipality means to reach with a figure by the end of a plan; undefined where it set nothing. */
export function targetOf(
  targets: readonly Target[],
  { municipality, indicator, year }: { municipality: string; indicator: string; year: number },
): Target | undefined {
  const own = targets.filter((target) => target.indicator === indicator);
  return findTarget(own, municipality, String(year));
}

/** The rows of one priority, in its order. */
export function rowsOf(rows: readonly SinceRow[], { indicators: addresses }: PolicyPriority): SinceRow[] {
  return addresses.flatMap((address) => rows.find(({ indicator }) => indicator.key === address) ?? []);
}
