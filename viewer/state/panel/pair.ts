import { computed, type ReadonlySignal } from '@preact/signals';
import { addressOfColumn, type ColumnKey } from '../../../geodata/columns/address.ts';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import type { BivariateMap } from '../../../geodata/connection/bivariate.ts';
import type { ResolvedPanel } from '../../../geodata/link/resolve.ts';
import { sharedAnalysis } from '../../data/analysis/client.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { RequestFailure, readBytes } from '../../data/request.ts';
import { indicatorOf } from '../catalog.ts';
import { view as link } from '../link/view.ts';
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
    const current = view.value;
    const column = current && columnKey(other.value, current.level);
    const figures = column ? published.value : null;
    if (!current || !figures || !column) return null;
    const { period, boundaryYear } = figures;
    return JSON.stringify([column, current.indicator, period, boundaryYear, link.value.carry]);
  });
  const resource = createResource(wanted, async (key, abort) => {
    const [subject, x, y] = [published.peek(), indicator.peek(), other.peek()];
    if (!subject || !x || !y) throw new RequestFailure('failed', 'the figures on screen are gone');
    const [column = ''] = JSON.parse(key) as string[];
    const bytes = await readBytes(addressOfColumn(JSON.parse(column) as ColumnKey), abort);
    const decimals = { x: x.decimals, y: y.decimals };
    return sharedAnalysis().run('bivariate-map', { subject, other: bytes, decimals }, { abort });
  });
  return {
    indicator: other,
    map: computed(() => (resource.key.value === wanted.value ? resource.data.value : null)),
  };
}
