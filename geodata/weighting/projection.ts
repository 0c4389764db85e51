import { type Margin, sumByCategory } from './margin.ts';

/** Takes out of a value of each respondent what the margins explain of it. */
export type Project = (values: Float64Array) => Float64Array;

/** A column whose rest is smaller than this share of it is a sum of columns before it. */
const smallestPivot = 1e-10;

/**
 * Residuals of a regression, weighted by `design`, of values on the indicator columns of all margins: what calibration
 * leaves of the variance (Deville and Särndal 1992, result 5; R's `svyrecvar` for a calibrated design). With one margin
 * they are the distances from the means of its categories. Columns that others add up to are left out.
 */
export function createProjection(margins: readonly Margin[], design: Float64Array): Project {
  const [only, ...others] = margins;
  if (!only) return (values) => values;
  if (!others.length) return (values) => centre(only, design, values);
  const columns = listColumns(margins);
  const size = margins.reduce((sum, { totals }) => sum + totals.length, 0);
  const factor = factorise(gatherProducts(columns, design, size), size);
  return (values) => {
    const moments = new Float64Array(size);
    for (const own of columns)
      for (let respondent = 0; respondent < design.length; respondent += 1) {
        const column = own[respondent] ?? -1;
        if (column >= 0)
          moments[column] = (moments[column] ?? 0) + (design[respondent] ?? 0) * (values[respondent] ?? 0);
      }
    const slopes = solve(factor, moments, size);
    const rest = Float64Array.from(values);
    for (const own of columns)
      for (let respondent = 0; respondent < rest.length; respondent += 1) {
        const column = own[respondent] ?? -1;
        if (column >= 0) rest[respondent] = (rest[respondent] ?? 0) - (slopes[column] ?? 0);
      }
    return rest;
  };
}

/** By margin the column of each respondent, those of one margin behind those of the one before; -1 for none. */
function listColumns(margins: readonly Margin[]): Int32Array[] {
  let offset = 0;
  return margins.map(({ categoryOf, totals }) => {
    const start = offset;
    offset += totals.length;
    return categoryOf.map((category) => (category < 0 ? -1 : start + category));
  });
}

function centre(margin: Margin, design: Float64Array, values: Float64Array): Float64Array {
  const weights = sumByCategory(margin, (respondent) => design[respondent] ?? 0);
  const sums = sumByCategory(margin, (respondent) => (design[respondent] ?? 0) * (values[respondent] ?? 0));
  return values.map((value, respondent) => {
    const category = margin.categoryOf[respondent] ?? -1;
    return category < 0 ? value : value - (sums[category] ?? 0) / (weights[category] ?? 1);
  });
}

/** The weighted products of all columns with each other, row after row. */
function gatherProducts(columns: readonly Int32Array[], design: Float64Array, size: number): Float64Array {
  const products = new Float64Array(size * size);
  for (const [respondent, weight] of design.entries()) {
    const own = columns.map((column) => column[respondent] ?? -1).filter((column) => column >= 0);
    for (const row of own)
      for (const column of own) products[row * size + column] = (products[row * size + column] ?? 0) + weight;
  }
  return products;
}

/** Cholesky's lower triangle in place; a row that the rows before it explain becomes zero, its diagonal too. */
function factorise(matrix: Float64Array, size: number): Float64Array {
  for (let column = 0; column < size; column += 1) {
    const diagonal = column * size + column;
    const whole = matrix[diagonal] ?? 0;
    let pivot = whole;
    for (let before = 0; before < column; before += 1) pivot -= (matrix[column * size + before] ?? 0) ** 2;
    const root = pivot > smallestPivot * whole ? Math.sqrt(pivot) : 0;
    matrix[diagonal] = root;
    for (let row = column + 1; row < size; row += 1) {
      let rest = matrix[row * size + column] ?? 0;
      if (root > 0)
        for (let before = 0; before < column; before += 1)
          rest -= (matrix[row * size + before] ?? 0) * (matrix[column * size + before] ?? 0);
      matrix[row * size + column] = root > 0 ? rest / root : 0;
    }
  }
  return matrix;
}

function solve(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const slopes = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let rest = slopes[row] ?? 0;
    for (let before = 0; before < row; before += 1)
      rest -= (factor[row * size + before] ?? 0) * (slopes[before] ?? 0);
    const root = factor[row * size + row] ?? 0;
    slopes[row] = root > 0 ? rest / root : 0;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = slopes[row] ?? 0;
    for (let after = row + 1; after < size; after += 1)
      rest -= (factor[after * size + row] ?? 0) * (slopes[after] ?? 0);
    const root = factor[row * size + row] ?? 0;
    slopes[row] = root > 0 ? rest / root : 0;
  }
  return slopes;
}
