import { inhabitantsIn, type Population } from './population.ts';

/** A group of parcels as a table has it: one row. */
export interface Row {
  readonly municipality: string;
  readonly population: readonly Population[];
}

/** Inhabitants in a year, rounded to fives as CBS does with people. */
export function countInhabitants({ population }: Row, year: number): number {
  return sumToFives(population, (person) => inhabitantsIn(person, year));
}

/** Households in a year, rounded to fives too. */
export function countHouseholds({ population }: Row, year: number): number {
  return sumToFives(population, (person) => inhabitantsIn(person, year) / person.householdSize);
}

/** The mean of a trait, weighted by inhabitants. */
export function weigh({ population }: Row, trait: (population: Population) => number): number {
  const total = population.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
  return population.reduce((sum, person) => sum + trait(person) * person.inhabitants, 0) / total;
}

function sumToFives(population: readonly Population[], count: (person: Population) => number): number {
  return 5 * Math.round(population.reduce((sum, person) => sum + count(person), 0) / 5);
}
