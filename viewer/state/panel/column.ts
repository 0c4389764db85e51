import type { ReadonlySignal } from '@preact/signals';
import type { ColumnKey } from '../../../geodata/columns/address.ts';
import type { ColumnData } from '../../../geodata/columns/column.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { readColumn } from '../../data/column.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { createResource, type Resource } from '../resource.ts';

/** Which column has the figures of an indicator and level; null where there is none. */
export function columnKey(indicator: CatalogIndicator | null, level: MapLevel): ColumnKey | null {
  const reference = indicator?.columns[level];
  return indicator && reference ? { indicator: indicator.key, level, hash: reference.hash } : null;
}

/** A column by its key; each is fetched and decoded once. It is asked for at once, before the map is built, which takes a while. */
export function createColumnResource(wanted: ReadonlySignal<ColumnKey | null>): Resource<ColumnData> {
  return createResource(wanted, readColumn);
}
