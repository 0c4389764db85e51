import type { Level, MapLevel } from './level.ts';

/** An area of one boundary year. Codes: NL00, a region's key, GM + 4, WK + 6, BU + 8 (the last parts may hold letters). */
export interface Area {
  readonly code: string;
  readonly level: Level;
  readonly name: string;
  /** Code of the area one level up that holds this one; null for the country. */
  readonly parent: string | null;
  readonly boundaryYear: number;
}

/**
 * A code with one shape over consecutive boundary years. `index` is dense per level from 0: it is the feature id in
 * the tiles and the row in the columns of that level.
 */
export interface AreaVersion {
  readonly level: Level;
  readonly index: number;
  readonly code: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** The form of the codes of a level; a region's key is told by `levelOfCode`. */
export const codePatterns: Readonly<Record<MapLevel | 'country', RegExp>> = {
  country: /^NL\d{2}$/,
  municipality: /^GM\d{4}$/,
  district: /^WK\d{4}[0-9A-Z]{2}$/,
  neighbourhood: /^BU\d{4}[0-9A-Z]{4}$/,
};

/** The level that a code belongs to by its form; `region` for a key such as `twente`; null where it has no known form. */
export function levelOfCode(code: string): Level | null {
  for (const [level, pattern] of Object.entries(codePatterns)) if (pattern.test(code)) return level as Level;
  return /^[a-z][a-z0-9-]*$/.test(code) ? 'region' : null;
}

/** Code of the district that a neighbourhood code lies in: BU01530001 → WK015300. */
export function districtOfNeighbourhood(code: string): string {
  return `WK${code.slice(2, 8)}`;
}

/** Code of the municipality that a district or neighbourhood code lies in: BU01530001 → GM0153. */
export function municipalityOfCode(code: string): string {
  return `GM${code.slice(2, 6)}`;
}

/** The area of a level that a code stands for or lies in; null where the level is finer than the code. */
export function codeAtLevel(code: string, level: MapLevel): string | null {
  const own = levelOfCode(code);
  if (own === level) return code;
  if (level === 'municipality' && own !== 'region' && own !== 'country') return municipalityOfCode(code);
  return level === 'district' && own === 'neighbourhood' ? districtOfNeighbourhood(code) : null;
}
