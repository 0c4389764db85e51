import { computed } from '@preact/signals';
import { readStart } from '../../data/accounts.ts';
import { rowsAgainst } from '../../figures/against.ts';
import { readAreaFigures } from '../../figures/area-figures.ts';
import { type ChangeRow, listChangeRows } from '../../figures/change-rows.ts';
import { session } from '../../state/account.ts';
import { indicators } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { createResource } from '../../state/resource.ts';

/** Who is here, while the page is open. */
const wanted = computed(() =>
  viewParts.page.value === 'start' && session.value?.secondFactor ? (session.value.person?.id ?? null) : null,
);

/** What changed since he was here and what waits for him; asking for it writes down that he is here. */
export const start = createResource(wanted, () => readStart());

/** How the figures that came in changed, for each municipality that he has a role in. */
export interface MunicipalChanges {
  readonly municipality: string;
  readonly rows: readonly ChangeRow[];
}

const told = computed(() => {
  const found = start.data.value;
  if (!found || indicators.value.length === 0) return null;
  const addresses = [...new Set(found.releases.flatMap((release) => release.indicators))].sort();
  return addresses.length > 0 ? { municipalities: found.municipalities, addresses } : null;
});

/** Of each of his municipalities, every figure of which something came in since, held against the period before. */
export const changed = createResource(told, async ({ municipalities, addresses }, abort) => {
  const changes: MunicipalChanges[] = [];
  for (const municipality of municipalities) {
    const areaFigures = await readAreaFigures([municipality], null, abort);
    const area = areaFigures.areas[0];
    const columns = areaFigures.figures.get('municipality')?.columns;
    if (!area || !columns) continue;
    const all = indicators.peek();
    const isNew = ({ key, derive }: (typeof all)[number]) =>
      addresses.includes(key) || (derive !== null && addresses.includes(derive.numerator));
    const rows = rowsAgainst(area, areaFigures).filter(({ indicator }) => isNew(indicator));
    changes.push({
      municipality,
      rows: listChangeRows({ index: area.index, indicators: all, columns, rows, since: 'before' }),
    });
  }
  return changes;
});
