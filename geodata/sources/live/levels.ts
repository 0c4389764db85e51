import { levelOfCode } from '../../area.ts';
import type { Level } from '../../level.ts';
import { type FigureTable, makeTable, type Part } from './composition.ts';

const order: readonly Level[] = ['country', 'municipality', 'district', 'neighbourhood'];

/** One table for each level that has rows, since a resource holds figures of one level. Names get the level behind them. */
export function makeTablesByLevel(table: Omit<FigureTable, 'level'>): Part[] {
  return order.flatMap((level) => {
    const rows = table.rows.filter(([code]) => levelOfCode(code) === level);
    return rows.length ? [makeTable({ ...table, level, rows, name: `${table.name}-${level}` })] : [];
  });
}

/** CBS calls the country NL00 in some tables and NL01 in others. */
export function readCountryCode(code: string): string {
  return /^NL\d\d$/.test(code) ? 'NL00' : code;
}
