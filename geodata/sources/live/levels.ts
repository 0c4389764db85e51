import { levelOfCode } from '../../area.ts';
import type { Level } from '../../level.ts';
import { sizeLimits } from '../formats/limit.ts';
import {
  describeTable,
  type FigureTable,
  listMunicipalities,
  type Part,
  type TableFrame,
  type TableRow,
  writeHeader,
  writeLine,
} from './composition.ts';

const order: readonly Level[] = ['country', 'municipality', 'district', 'neighbourhood'];

/** Tables that are written while their rows come, so that those of the whole country are never held together. */
export interface LevelTables {
  add(rows: readonly TableRow[]): void;
  /** A table for each level that has rows, in numbered parts where one file would be too large. */
  close(): Part[];
}

/** Rows as text, up to the size of a file. */
interface Chunk {
  readonly bytes: Uint8Array;
  readonly municipalities: readonly string[];
}

/**
 * Opens one table for each level, since a resource holds figures of one level. Names get the level behind them, and the
 * number of the part where a level needs several files.
 */
export function openTables(frame: Omit<TableFrame, 'level'>): LevelTables {
  // A part of what an import reads at once, as its memory is many times the bytes of a file.
  const mostBytes = sizeLimits.observations / 4;
  const levels = new Map(order.map((level) => [level, openFiles(writeHeader(frame.fields), mostBytes)]));
  return {
    add(rows) {
      for (const [level, files] of levels) files.add(rows.filter(([code]) => levelOfCode(code) === level));
    },
    close: () =>
      [...levels].flatMap(([level, files]) => {
        const chunks = files.close();
        return chunks.map(({ bytes, municipalities }, index) => {
          const [name, title] =
            chunks.length === 1
              ? [`${frame.name}-${level}`, frame.title]
              : [
                  `${frame.name}-${level}-${index + 1}`,
                  `${frame.title}, deel ${index + 1} van ${chunks.length}`,
                ];
          return describeTable({ ...frame, level, name, title }, bytes, municipalities);
        });
      }),
  };
}

/** Files that each begin with the header and have at most so many bytes, filled one after the other. */
function openFiles(header: string, most: number): { add(rows: readonly TableRow[]): void; close(): Chunk[] } {
  const encoder = new TextEncoder();
  const full: Chunk[] = [];
  const codes = new Set<string>();
  let text: string[] = [];
  let size = 0;
  const finish = () => {
    if (text.length)
      full.push({ bytes: encoder.encode(header + text.join('')), municipalities: listMunicipalities(codes) });
    codes.clear();
    text = [];
    size = encoder.encode(header).length;
  };
  finish();
  return {
    add(rows) {
      for (const row of rows) {
        const line = writeLine(row);
        const bytes = encoder.encode(line).length;
        if (size + bytes > most) finish();
        text.push(line);
        size += bytes;
        codes.add(row[0]);
      }
    },
    close() {
      finish();
      return full;
    },
  };
}

/** One table for each level that has rows. */
export function makeTablesByLevel({ rows, ...frame }: Omit<FigureTable, 'level'>): Part[] {
  const tables = openTables(frame);
  tables.add(rows);
  return tables.close();
}

/** CBS calls the country NL00 in some tables and NL01 in others. */
export function readCountryCode(code: string): string {
  return /^NL\d\d$/.test(code) ? 'NL00' : code;
}
