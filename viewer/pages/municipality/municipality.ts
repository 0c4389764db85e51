import { computed } from '@preact/signals';
import { sinces } from '../../../geodata/comparing/area-change.ts';
import { rowsAgainst } from '../../figures/against.ts';
import { readAreaFigures } from '../../figures/area-figures.ts';
import { listChangeRows } from '../../figures/change-rows.ts';
import { pageMunicipality } from '../../state/area/page-municipality.ts';
import { indicators, shownParts } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { referenceFor } from '../../state/reference/reference.ts';
import { createResource } from '../../state/resource.ts';

const isOpen = computed(() => viewParts.page.value === 'municipality');

/** What the municipality is held against. */
export const against = computed(() => pageMunicipality.value && referenceFor(pageMunicipality.value.code));

const wanted = computed(() =>
  isOpen.value && pageMunicipality.value && against.value
    ? { code: pageMunicipality.value.code, reference: against.value.key, carry: shownParts.carry.value }
    : null,
);

const resource = createResource(wanted, ({ code, carry }, abort) => readAreaFigures([code], carry, abort));

/** The figures of the municipality and its reference; null while they are on their way. */
export const areaFigures = resource.current;

/** Every figure of the municipality, held against the reference. */
export const figureRows = computed(() => {
  const found = areaFigures.value;
  const area = found?.areas[0];
  return found && area ? rowsAgainst(area, found) : null;
});

/** How its figures changed, since the period before and since the first. */
export const changeRows = computed(() => {
  const [rows, found] = [figureRows.value, areaFigures.value];
  const area = found?.areas[0];
  const columns = found?.figures.get('municipality')?.columns;
  if (!rows || !area || !columns) return [];
  const all = indicators.value;
  // Where a count is told of as a rate too, the rate alone is told.
  const told = rows.filter(
    ({ indicator }) =>
      !all.some(({ kind, derive }) => kind === 'rate' && derive?.numerator === indicator.key),
  );
  return sinces.map((since) => ({
    since,
    rows: listChangeRows({ index: area.index, indicators: all, columns, rows: told, since }),
  }));
});
