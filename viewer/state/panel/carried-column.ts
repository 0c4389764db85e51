import { computed, type ReadonlySignal } from '@preact/signals';
import { carryRuleOf, planCarry } from '../../../geodata/boundary/carrying/carry.ts';
import { carryColumn, listCarriedYears } from '../../../geodata/boundary/carrying/carry-column.ts';
import type { ColumnKey } from '../../../geodata/columns/address.ts';
import type { ColumnData } from '../../../geodata/columns/column.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { readAreaList, readLineage } from '../../data/client.ts';
import { readColumn } from '../../data/column.ts';
import { indicatorOf } from '../catalog.ts';
import { createResource } from '../resource.ts';
import { columnKey } from './column.ts';

/**
 * A column with every period on the boundaries of one year; null while it loads, and where no year is wished. Figures are
 * carried here, in the browser, since any year may be wished of any indicator.
 */
export function createCarriedColumn(
  column: ReadonlySignal<ColumnKey | null>,
  year: ReadonlySignal<number | null>,
): ReadonlySignal<ColumnData | null> {
  const wanted = computed(() =>
    column.value && year.value ? { column: column.value, to: year.value } : null,
  );
  return createResource(wanted, (wish, abort) => readCarriedColumn(wish.column, wish.to, abort)).current;
}

/** A column with every period on the boundaries of a year. Throws RequestFailure. */
export async function readCarriedColumn(key: ColumnKey, to: number, abort: AbortSignal): Promise<ColumnData> {
  const column = await readColumn(key, abort);
  const years = [...new Set(listCarriedYears(column, to).values())].filter((year) => year !== to);
  const indicator = indicatorOf(key.indicator);
  if (years.length === 0 || !indicator) return carryColumn(column, nothingToCarry(to));
  const rule = carryRuleOf(indicator);
  const readOther = async (other: string) => {
    const reference = columnKey(indicatorOf(other), key.level);
    return reference && readColumn(reference, abort);
  };
  const [numerator, denominator, weight, plans, indexes] = await Promise.all([
    rule.by === 'ratio' ? readOther(rule.numerator) : null,
    rule.by === 'ratio' ? readOther(rule.denominator) : null,
    rule.by === 'mean' ? readOther(rule.weight) : null,
    Promise.all(years.map((year) => readPlan(year, to, key.level, abort))),
    Promise.all([...years, to].map((year) => readIndexes(year, key.level, abort))),
  ]);
  const parts = { numerator, denominator, weight, plans: new Map(plans), indexes: new Map(indexes) };
  return carryColumn(column, { boundaryYear: to, rule, ...parts });
}

function nothingToCarry(boundaryYear: number) {
  const none = { numerator: null, denominator: null, weight: null, plans: new Map(), indexes: new Map() };
  return { boundaryYear, rule: { by: 'nothing' } as const, ...none };
}

async function readPlan(from: number, to: number, level: MapLevel, abort: AbortSignal) {
  const { rows } = await readLineage({ from, to }, abort);
  return [from, planCarry(rows.filter((row) => row.level === level))] as const;
}

async function readIndexes(year: number, level: MapLevel, abort: AbortSignal) {
  const { rows } = await readAreaList({ level, boundaryYear: year }, abort);
  return [year, new Map(rows.map(({ code, index }) => [code, index]))] as const;
}
