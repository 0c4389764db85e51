import type { ReadonlySignal } from '@preact/signals';
import type { ColumnKey } from '../../../geodata/columns/address.ts';
import type { ColumnData } from '../../../geodata/columns/column.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { readColumn } from '../../data/column.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { findFrozenHash } from '../link/frozen.ts';
import { viewParts } from '../link/view.ts';
import { createResource, type Resource } from '../resource.ts';

/** Which column has the figures of an indicator and level, as a frozen link has it; null where there is none. */
export function columnKey(indicator: CatalogIndicator | null, level: MapLevel): ColumnKey | null {
  const reference = indicator?.columns[level];
  if (!indicator || !reference) return null;
  const kept = findFrozenHash(indicator.key, level);
  if (kept === undefined) return null;
  const frozen = viewParts.frozen.value;
  if (kept === null || frozen === null) return { indicator: indicator.key, level, hash: reference.hash };
  return { indicator: indicator.key, level, hash: kept, frozen };
}

/** A column by its key; each is fetched and decoded once. It is asked for at once, before the map is built, which takes a while. */
export function createColumnResource(wanted: ReadonlySignal<ColumnKey | null>): Resource<ColumnData> {
  return createResource(wanted, readColumn);
}
