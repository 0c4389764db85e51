/** A text that spreadsheets take for a formula: it begins with a sign of theirs and is no number. */
const formula = /^[=@\t\r]|^[+-](?!\d+([.,]\d+)?$)/;

/**
 * One line of CSV (RFC 4180): cells that hold a comma, a quote or a line end are quoted; null is an empty cell. A text that
 * a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection); whoever reads the file by a
 * program takes away an apostrophe that stands before =, +, -, @, a tab or a return.
 */
export function formatCsvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

function formatCell(cell: string | number | null): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
