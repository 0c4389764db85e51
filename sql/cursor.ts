/** Where a page of figures ends: the key of its last row. */
export interface Cursor {
  readonly indicator: string;
  readonly level: string;
  readonly period: string;
  readonly boundaryYear: number;
  readonly area: string;
}

/** A cursor as text that fits a URL. */
export function formatCursor({ indicator, level, period, boundaryYear, area }: Cursor): string {
  return Buffer.from(JSON.stringify([indicator, level, period, boundaryYear, area])).toString('base64url');
}

/** The cursor that formatCursor wrote; null for any other text. */
export function parseCursor(text: string): Cursor | null {
  const parts = parseJson(Buffer.from(text, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts.length !== 5) return null;
  const [indicator, level, period, boundaryYear, area] = parts as unknown[];
  if (!isKey(indicator) || !isKey(level) || !isKey(period) || !isKey(area)) return null;
  if (typeof boundaryYear !== 'number' || !Number.isInteger(boundaryYear) || Math.abs(boundaryYear) > 9999)
    return null;
  return { indicator, level, period, boundaryYear, area };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** PostgreSQL takes no text with a NUL. */
function isKey(part: unknown): part is string {
  return typeof part === 'string' && !part.includes('\0');
}
