import { computed } from '@preact/signals';
import { choosePoints } from '../../../geodata/comparing/points.ts';
import { readSeries } from '../../data/client.ts';
import type { ObservationRow, Observations } from '../../data/contract.ts';
import { catalog, shown } from '../../state/catalog.ts';
import { view } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { reference } from '../../state/reference/reference.ts';
import { createResource } from '../../state/resource.ts';

const wanted = computed(() => {
  const { tab, selection } = view.value;
  if (tab !== 'selection' || selection.length === 0) return null;
  const indicators = new Set(panels.value.flatMap((panel) => panel.view.value?.indicator ?? []));
  const data = catalog.data.value;
  if (indicators.size === 0 || !data || !reference.value) return null;
  const wholes = [data.region.key, data.country?.code, reference.value.code].filter((code) => code != null);
  const areas = [...new Set([...selection, ...wholes])];
  return { indicators: [...indicators].sort(), areas, carry: shown.value?.carry ?? null };
});

/** Every figure of the indicators on screen for the selection, the region, the country and the reference: a request an indicator. */
const series = createResource(wanted, async ({ indicators, areas, carry }, abort) => {
  const answers = await Promise.all(
    indicators.map((indicator) => readSeries({ indicator, areas, carry }, abort)),
  );
  return new Map<string, Observations>(
    indicators.flatMap((indicator, at) => {
      const answer = answers[at];
      return answer ? [[indicator, answer]] : [];
    }),
  );
});

/** The figures of a panel's indicator, of all periods and boundary years; null while they load. */
export function observationsOf(panel: Panel): Observations | null {
  return series.data.value?.get(panel.view.value?.indicator ?? '') ?? null;
}

/** Those of one area, a row a period, in the panel's boundaries where they have them. */
export function pointsOf(code: string, panel: Panel): ObservationRow[] {
  const rows = observationsOf(panel)?.rows ?? [];
  return choosePoints(
    rows.filter(({ area }) => area === code),
    panel.boundaryYear.value,
  );
}

/** Name of an area by its figures, for one that the boundaries on screen do not have. */
export function nameFromSeries(code: string): string | null {
  for (const { rows } of series.data.value?.values() ?? []) {
    const row = rows.find(({ area }) => area === code);
    if (row) return row.areaName;
  }
  return null;
}
