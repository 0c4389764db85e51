import type { Division } from './division.ts';

/**
 * Gives every area of a division a name: its own; else that of the same code on the same level in the boundary year
 * nearest by (of two equally near the later); else its code.
 */
export function nameAreas(division: Division, all: readonly Division[]): Map<string, string> {
  const others = all
    .filter(({ year }) => year !== division.year)
    .sort((a, b) => Math.abs(a.year - division.year) - Math.abs(b.year - division.year) || b.year - a.year);
  const names = new Map<string, string>();
  for (const { code, name } of division.areas.values())
    names.set(code, name ?? findName(code, others) ?? code);
  return names;
}

function findName(code: string, divisions: readonly Division[]): string | null {
  for (const { areas } of divisions) {
    const name = areas.get(code)?.name ?? null;
    // A held area that never got a name carries its code.
    if (name !== null && name !== code) return name;
  }
  return null;
}
