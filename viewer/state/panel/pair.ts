import { computed, type ReadonlySignal } from '@preact/signals';
import { addressOfColumn } from '../../../geodata/columns/address.ts';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import type { BivariateMap } from '../../../geodata/connection/bivariate.ts';
import type { ResolvedPanel } from '../../../geodata/link/resolve.ts';
import { sharedAnalysis } from '../../data/analysis/client.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { readBytes } from '../../data/request.ts';
import { indicatorOf } from '../catalog.ts';
import { createResource } from '../resource.ts';
import { columnKey } from './column.ts';

export interface PanelPair {
  /** The second indicator of the panel's map; null where it shows one. */
  readonly indicator: ReadonlySignal<CatalogIndicator | null>;
  /** The areas sorted by both; null while that is being done. */
  readonly map: ReadonlySignal<BivariateMap | null>;
}

/** A second indicator on the map of a panel, in the period nearest to the panel's. */
export function createPair(
  view: ReadonlySignal<ResolvedPanel | null>,
  indicator: ReadonlySignal<CatalogIndicator | null>,
  published: ReadonlySignal<ColumnPeriod | null>,
): PanelPair {
  const other = computed(() => indicatorOf(view.value?.pair));
  const wanted = computed(() => {
    const [x, y, level] = [indicator.value, other.value, view.value?.level];
    const column = level ? columnKey(y, level) : null;
    const subject = column ? published.value : null;
    return x && y && column && subject
      ? { column, subject, decimals: { x: x.decimals, y: y.decimals } }
      : null;
  });
  const resource = createResource(wanted, async ({ column, subject, decimals }, abort) => {
    const bytes = await readBytes(addressOfColumn(column), abort);
    return sharedAnalysis().run('bivariate-map', { subject, other: bytes, decimals }, { abort });
  });
  return { indicator: other, map: resource.current };
}
