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
  request: SourceRequest,
  notes: string[],
): Item[] {
  const { keep, describe } = createHeldFilter(boundaryYear, request);
  const kept = keep(rows);
  notes.push(...describe());
  return kept;
}

/** The same for rows that come in several goes: `describe` says at the end what was left out. */
export function createHeldFilter(boundaryYear: number, { areas }: SourceRequest) {
  const held = areas.get(boundaryYear);
  const unknown = new Set<string>();
  return {
    keep<Item extends readonly [string, ...unknown[]]>(rows: readonly Item[]): Item[] {
      if (!held) return [...rows];
      for (const [code] of rows) if (!held.has(code)) unknown.add(code);
      return rows.filter(([code]) => held.has(code));
    },
    describe(): string[] {
      if (!unknown.size) return [];
      const some = `${[...unknown].slice(0, 3).join(', ')}${unknown.size > 3 ? ', …' : ''}`;
      return [
        `${unknown.size} areas that the boundaries of ${boundaryYear} do not have were left out (${some}).`,
      ];
    },
  };
}
