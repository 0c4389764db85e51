import { type Column, columnFromArray, float64, int8, int16, int32 } from '@uwdata/flechette';
import { codeHasValue } from '../observation.ts';
import type { ArrowField } from './arrow-table.ts';

/** A column of Arrow, and whether it may hold nulls. */
export interface EncodedField {
  readonly name: string;
  readonly column: Column<unknown>;
  readonly nullable: boolean;
}

/**
 * Numbers, NaN where there is none, as the narrowest integers that hold them all: Int8, Int16, Int32, else Float64. Where
 * the statuses of the areas (`codes`) tell by themselves who has no number the field holds no nulls, and 0 in their place.
 */
export function encodeNumbers(name: string, numbers: Float64Array, codes: Uint8Array): EncodedField {
  const nullable = numbers.some((number, index) => Number.isNaN(number) === codeHasValue(codes[index]));
  const array = Array.from(numbers, (number) => (Number.isNaN(number) ? (nullable ? null : 0) : number));
  return { name, column: columnFromArray(array, chooseType(numbers)), nullable };
}

/** What `encodeNumbers` made a field of; undefined where there is no such field. */
export function decodeNumbers(field: ArrowField | undefined, codes: Uint8Array): Float64Array | undefined {
  if (!field) return undefined;
  const { numbers: held, nullable, isNull } = field;
  const numbers = new Float64Array(held.length);
  for (let index = 0; index < numbers.length; index++) {
    const isKnown = !isNull(index) && (nullable || codeHasValue(codes[index]));
    numbers[index] = isKnown ? (held[index] ?? Number.NaN) : Number.NaN;
  }
  return numbers;
}

function chooseType(numbers: Float64Array) {
  let [least, most] = [0, 0];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const fits = (bits: number) => least >= -(2 ** (bits - 1)) && most < 2 ** (bits - 1);
  if (fits(8)) return int8();
  if (fits(16)) return int16();
  return fits(32) ? int32() : float64();
}

/** `round(number × scale)` of each. */
export function toIntegers(numbers: Float64Array, scale: number): Float64Array {
  // Adding 0 turns -0 into 0.
  return numbers.map((number) => Math.round(number * scale) + 0);
}

// Loops, as `map` of a typed array takes several times as long, and pages decode columns of a whole country.

export function add(one: Float64Array, other: Float64Array): Float64Array {
  const sums = new Float64Array(one.length);
  for (let index = 0; index < sums.length; index++) sums[index] = (one[index] ?? 0) + (other[index] ?? 0);
  return sums;
}

export function subtract(one: Float64Array, other: Float64Array): Float64Array {
  const rests = new Float64Array(one.length);
  for (let index = 0; index < rests.length; index++) rests[index] = (one[index] ?? 0) - (other[index] ?? 0);
  return rests;
}

export function divide(numbers: Float64Array, scale: number): Float64Array {
  const shares = new Float64Array(numbers.length);
  for (let index = 0; index < shares.length; index++) shares[index] = (numbers[index] ?? 0) / scale;
  return shares;
}

/** The numbers, and where there is none (NaN) what was held before. */
export function carryOn(numbers: Float64Array, held: Float64Array): Float64Array {
  const carried = new Float64Array(numbers.length);
  for (let index = 0; index < carried.length; index++) {
    const number = numbers[index] ?? 0;
    carried[index] = Number.isNaN(number) ? (held[index] ?? 0) : number;
  }
  return carried;
}
