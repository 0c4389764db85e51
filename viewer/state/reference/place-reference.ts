import { computed, type ReadonlySignal } from '@preact/signals';
import { isPartOf } from '../../../geodata/comparing/held-against.ts';
import { referToPlace } from '../../../geodata/comparing/references.ts';
import { sideOfRows } from '../../../geodata/comparing/sides.ts';
import { readSeries } from '../../data/client.ts';
import { view as link } from '../link/view.ts';
import type { PanelFigures } from '../panel/panel-figures.ts';
import { createResource } from '../resource.ts';
import type { PanelReference } from './panel-reference.ts';
import { needsAreas, reference } from './reference.ts';

/** One place for all areas of a panel. */
export function createPlaceReference(
  { view, indicator, boundaryYear, published, areas: list }: PanelFigures,
  isNeeded: ReadonlySignal<boolean>,
): PanelReference {
  const wanted = computed(() => {
    if (!isNeeded.value || !indicator.value || !reference.value?.code) return null;
    const { key, derive } = indicator.value;
    return {
      area: reference.value.code,
      figure: key,
      count: derive?.numerator ?? null,
      carry: link.value.carry,
    };
  });
  const series = createResource(wanted, readFigures);
  const isLoading = computed(
    () => !series.isAnswered.value || (needsAreas() && list.byIndex.value.size === 0),
  );
  const side = computed(() => {
    const [rows, meant, period] = [series.current.value, indicator.value, view.value?.period];
    if (!rows || !meant || period === undefined) return null;
    const found = sideOfRows(rows, meant, { period, boundaryYear: boundaryYear.value });
    return found && !Number.isNaN(found.value) ? found : null;
  });
  const isPart = computed(() => {
    const [size, chosen] = [published.value?.values.length ?? 0, reference.value];
    const parts = new Uint8Array(size);
    if (!chosen) return parts;
    if (!needsAreas()) return parts.fill(1);
    for (const { code, index } of list.byIndex.value.values()) if (isPartOf(code, chosen)) parts[index] = 1;
    return parts;
  });
  const found = computed(() =>
    isNeeded.value && !isLoading.value && side.value
      ? { references: referToPlace(side.value, isPart.value) }
      : null,
  );
  return { found, isLoading };
}

interface WantedSeries {
  readonly area: string;
  readonly figure: string;
  readonly count: string | null;
  readonly carry: number | null;
}

/** The figures of a place, and the counts that they are derived from. */
async function readFigures({ area, figure, count, carry }: WantedSeries, abort: AbortSignal) {
  const read = async (indicator: string | null) =>
    indicator === null ? [] : (await readSeries({ indicator, areas: [area], carry }, abort)).rows;
  return (await Promise.all([read(figure), read(count)])).flat();
}
