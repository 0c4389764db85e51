import { computed } from '@preact/signals';
import type { ColumnKey } from '../data/column.ts';
import { boundaryYear, indicator, shown } from './catalog.ts';
import { createResource } from './resource.ts';

const wanted = computed<string | null>(() => {
  const { level } = shown.value ?? {};
  const reference = level && indicator.value?.columns[level];
  return reference ? JSON.stringify({ indicator: indicator.value?.key, level, hash: reference.hash }) : null;
});

/** Every figure of the indicator and level on screen; its decoder comes along the first time. */
export const column = createResource(wanted, async (key, abort) => {
  const { readColumn } = await import('../data/column.ts');
  return readColumn(JSON.parse(key) as ColumnKey, abort);
});

/** The column when it is the one on screen; null while another still loads. */
export const currentColumn = computed(() => (column.key.value === wanted.value ? column.data.value : null));

/** Place of the period and boundary year on screen in the column; -1 where it has none. */
export const periodIndex = computed(() => {
  const { period } = shown.value ?? {};
  const periods = currentColumn.value?.periods ?? [];
  return periods.findIndex((each) => each.period === period && each.boundaryYear === boundaryYear.value);
});

/** The figures of the period on screen, by area index. */
export const figures = computed(() => currentColumn.value?.periods[periodIndex.value] ?? null);
