import { createRandom, type Random } from '../statistics/random.ts';

/** A stream of its own for a named purpose, so that a change in one part leaves the numbers of the others as they were. */
export function createNamedRandom(seed: number, name: string): Random {
  return createRandom(hashText(name) ^ Math.imul(seed, 0x9e3779b1));
}

/** A smooth field over the plane with values in [-1, 1] and one bump per unit of length: value noise (Perlin's lattice, quintic fade). */
export function createField(seed: number, name: string): (x: number, y: number) => number {
  const salt = hashText(name) ^ Math.imul(seed, 0x9e3779b1);
  return (x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [across, up] = [fade(x - column), fade(y - row)];
    const low = mix(latticeValue(salt, column, row), latticeValue(salt, column + 1, row), across);
    const high = mix(latticeValue(salt, column, row + 1), latticeValue(salt, column + 1, row + 1), across);
    return mix(low, high, up);
  };
}

function latticeValue(salt: number, column: number, row: number): number {
  let mixed = salt ^ Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2147483648 - 1;
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
