import { grid } from './grid.ts';

const steps = [1, -1, grid.width, -grid.width];

/**
 * Makes every label one piece (loose pieces go to the neighbour with the longest common edge, in the same municipality)
 * and leaves no two cells of one label that touch by a corner only, so that every outline is a simple ring.
 */
export function tidyCells(labels: Int16Array, territoryOf: (label: number) => number): void {
  for (let pass = 0; pass < 8; pass++) {
    const moved = joinLoosePieces(labels, territoryOf) + fillCorners(labels, territoryOf);
    if (moved === 0) return;
  }
}

function joinLoosePieces(labels: Int16Array, territoryOf: (label: number) => number): number {
  const pieces = findPieces(labels);
  const largest = new Map<number, number[]>();
  for (const { label, cells } of pieces)
    if (cells.length > (largest.get(label)?.length ?? 0)) largest.set(label, cells);
  let moved = 0;
  for (const { label, cells } of pieces) {
    if (largest.get(label) === cells) continue;
    const contacts = new Map<number, number>();
    for (const cell of cells) {
      for (const step of steps) {
        const other = labels[cell + step] ?? -1;
        if (other !== label) contacts.set(other, (contacts.get(other) ?? 0) + 1);
      }
    }
    const weigh = ([other, count]: [number, number]): number =>
      count + (other >= 0 && territoryOf(other) === territoryOf(label) ? 1e6 : 0);
    const [best] = [...contacts].sort((a, b) => weigh(b) - weigh(a))[0] ?? [label];
    for (const cell of cells) labels[cell] = best;
    moved += cells.length;
  }
  return moved;
}

function findPieces(labels: Int16Array): { label: number; cells: number[] }[] {
  const seen = new Uint8Array(labels.length);
  const pieces: { label: number; cells: number[] }[] = [];
  for (let start = 0; start < labels.length; start++) {
    const label = labels[start] ?? -1;
    if (label < 0 || seen[start]) continue;
    const cells = [start];
    seen[start] = 1;
    for (let next = 0; next < cells.length; next++) {
      for (const step of steps) {
        const other = (cells[next] ?? start) + step;
        if (seen[other] || labels[other] !== label) continue;
        seen[other] = 1;
        cells.push(other);
      }
    }
    pieces.push({ label, cells });
  }
  return pieces;
}

function fillCorners(labels: Int16Array, territoryOf: (label: number) => number): number {
  let moved = 0;
  for (let cell = 0; cell < labels.length - grid.width - 1; cell++) {
    const [a, b, c, d] = [cell, cell + 1, cell + grid.width, cell + grid.width + 1];
    if (labels[a] === labels[d] && labels[b] !== labels[a] && labels[c] !== labels[a]) moved += fill(a, b, c);
    else if (labels[b] === labels[c] && labels[a] !== labels[b] && labels[d] !== labels[b])
      moved += fill(b, a, d);
  }
  return moved;

  function fill(from: number, one: number, other: number): number {
    const label = labels[from] ?? -1;
    const isSameTerritory = (cell: number): boolean => sideOf(labels[cell] ?? -1) === sideOf(label);
    labels[isSameTerritory(one) || !isSameTerritory(other) ? one : other] = label;
    return 1;
  }

  function sideOf(label: number): number {
    return label < 0 ? -1 : territoryOf(label);
  }
}
