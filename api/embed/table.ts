import type { Language } from '../../geodata/text.ts';
import type { ObservationRow } from '../../sql/observations.ts';
import { writeCell } from '../figures/figure-text.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { writeWideTable } from '../pages/plain-page.ts';
import type { CatalogIndicator } from '../schemas/catalog.ts';
import { embedWords } from './words.ts';

/** Rows that a table of an embed has at most. */
const mostRows = 1000;

interface EmbeddedTable {
  readonly rows: readonly ObservationRow[];
  readonly indicator: CatalogIndicator;
  readonly title: string;
  /** Of the municipality of each area, by code; null where the areas are municipalities. */
  readonly municipalityOf: ((code: string) => string) | null;
}

/** The areas of a map with their figures, highest first; those without one last, by name. */
export function writeTable(table: EmbeddedTable, language: Language): string {
  const { indicator, title, municipalityOf } = table;
  const words = embedWords[language];
  const ordered = [...table.rows].sort(
    (a, b) =>
      (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) ||
      a.areaName.localeCompare(b.areaName, language),
  );
  const rows = ordered.slice(0, mostRows).map((row) => {
    const { area, areaName } = row;
    const text = writeCell(row, indicator, language);
    const municipality = municipalityOf ? `<td>${escapeText(municipalityOf(area))}</td>` : '';
    return `<tr><th scope="row">${escapeText(areaName)}</th>${municipality}<td class="number-cell">${escapeText(text)}</td></tr>`;
  });
  const head = [
    `<th scope="col">${words.area}</th>`,
    municipalityOf ? `<th scope="col">${words.municipality}</th>` : '',
    `<th scope="col" class="number-cell">${words.figure}</th>`,
  ].join('');
  const left = ordered.length > mostRows ? `<p class="soft">${words.left(mostRows, ordered.length)}</p>` : '';
  return writeWideTable({ label: title, head, rows }) + left;
}
