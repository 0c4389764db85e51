import { formatCsvRow } from '../../geodata/csv-row.ts';

/** Hands rows to the browser to save as CSV. It begins with the mark by which spreadsheets know UTF-8. */
export function saveCsv(rows: readonly (readonly (string | number | null)[])[], name: string): void {
  const text = rows.map(formatCsvRow).join('');
  saveFile(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }), name);
}

/** Hands a file to the browser to save. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the click returns; the address may go in the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}
