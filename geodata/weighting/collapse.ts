import { type AgeBand, ageBands, type Sex } from '../questionnaire/round.ts';

/** People of one band of age and one sex. */
export interface CellPart {
  readonly ageBand: AgeBand;
  readonly sex: Sex;
}

/** People of a municipality who are weighted as one. */
export interface Cell {
  readonly parts: readonly CellPart[];
  /** Respondents. */
  readonly respondents: number;
  /** People in the register. */
  readonly people: number;
}

/**
 * Puts cells with fewer respondents than `fewest` together until none is left: the smallest first, with the smaller of
 * the neighbouring bands of the same sex, or where that sex has no other with the same bands of the other sex. Cells
 * where nobody lives and nobody answered are left out.
 */
export function collapseCells(cells: readonly Cell[], fewest: number): Cell[] {
  let left = cells.filter(({ respondents, people }) => respondents > 0 || people > 0);
  for (;;) {
    const small = left
      .filter(({ respondents, people }) => respondents < fewest || people === 0)
      .sort((one, other) => one.respondents - other.respondents || one.people - other.people)[0];
    if (!small || left.length < 2) return left;
    const partner = findPartner(small, left);
    left = [...left.filter((cell) => cell !== small && cell !== partner), mergeCells(small, partner)].sort(
      byPlace,
    );
  }
}

function findPartner(small: Cell, left: readonly Cell[]): Cell {
  const others = left.filter((cell) => cell !== small);
  const alike = others.filter((cell) => nameSexes(cell) === nameSexes(small));
  const ranked = [...(alike.length ? alike : others)].sort(
    (one, other) => distance(small, one) - distance(small, other) || one.respondents - other.respondents,
  );
  return ranked[0] ?? small;
}

/** Bands between two cells. */
function distance(one: Cell, other: Cell): number {
  const [first, second] = firstBand(one) <= firstBand(other) ? [one, other] : [other, one];
  return Math.max(0, firstBand(second) - lastBand(first));
}

function firstBand({ parts }: Cell): number {
  return Math.min(...parts.map(({ ageBand }) => ageBands.indexOf(ageBand)));
}

function lastBand({ parts }: Cell): number {
  return Math.max(...parts.map(({ ageBand }) => ageBands.indexOf(ageBand)));
}

function nameSexes({ parts }: Cell): string {
  return [...new Set(parts.map(({ sex }) => sex))].sort().join();
}

function mergeCells(one: Cell, other: Cell): Cell {
  return {
    parts: [...one.parts, ...other.parts],
    respondents: one.respondents + other.respondents,
    people: one.people + other.people,
  };
}

function byPlace(one: Cell, other: Cell): number {
  return firstBand(one) - firstBand(other) || nameSexes(one).localeCompare(nameSexes(other));
}
