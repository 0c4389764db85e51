import { InputError } from '../../problem.ts';
import type { SourceRequest } from './source.ts';

/**
 * The boundary year whose areas have the most of the given codes, the latest of several; null where a code of none is
 * held. Throws InputError while there are no boundaries at all.
 */
export function chooseBoundaryYear(
  codes: readonly string[],
  { boundaryYears, areas }: SourceRequest,
  source: string,
): number {
  const fits = boundaryYears.map((year) => {
    const held = areas.get(year);
    return { year, known: held ? codes.filter((code) => held.has(code)).length : codes.length };
  });
  const best = fits.sort((a, b) => b.known - a.known || b.year - a.year)[0];
  if (best && best.known > 0) return best.year;
  throw new InputError({
    file: source,
    message: boundaryYears.length
      ? `none of its areas is in the boundaries that are held (${boundaryYears.join(', ')})`
      : 'there are no boundaries yet to hang its figures on',
    remedy: 'import boundaries first, such as "npm run import -- pdok boundaries --year 2025"',
  });
}

/** Leaves out rows of areas that a boundary year does not have, and says so. */
export function keepHeldAreas<Item extends readonly [string, ...unknown[]]>(
  rows: readonly Item[],
  boundaryYear: number,
  { areas }: SourceRequest,
  notes: string[],
): Item[] {
  const held = areas.get(boundaryYear);
  if (!held) return [...rows];
  const unknown = [...new Set(rows.map(([code]) => code).filter((code) => !held.has(code)))];
  if (unknown.length)
    notes.push(
      `${unknown.length} areas that the boundaries of ${boundaryYear} do not have were left out (${unknown.slice(0, 3).join(', ')}${unknown.length > 3 ? ', …' : ''}).`,
    );
  return rows.filter(([code]) => held.has(code));
}
