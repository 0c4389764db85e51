import type { Dimension } from '../dimension.ts';
import { crimesExpected, trendOf } from './expectation.ts';
import { emptyFigure, type Figure, knownFigure } from './figure.ts';
import type { Population } from './population.ts';
import { createNamedRandom } from './random.ts';
import { countParcelCases, isProvisional, listMonths, listYears, nationalCrimes } from './registration.ts';
import type { Row } from './row.ts';

interface Offence {
  readonly key: string;
  readonly parent: string;
  readonly name: { readonly nl: string; readonly en: string };
  /** Of all crimes. */
  readonly share: number;
}

/** The indicator that is divided, and the years for which that is known. */
export const dividedIndicator = 'misdrijven';
export const dividedYears = listYears(2021, 2025);

const groups = [
  { key: '1', parent: null, name: { nl: 'Vermogensmisdrijven', en: 'Property crime' } },
  { key: '2', parent: null, name: { nl: 'Geweldsmisdrijven', en: 'Violent crime' } },
  { key: '3', parent: null, name: { nl: 'Vernieling en openbare orde', en: 'Damage and public order' } },
];

const offences: readonly Offence[] = [
  {
    key: '1.1',
    parent: '1',
    name: { nl: 'Diefstal van fiets, bromfiets of snorfiets', en: 'Theft of bicycles and mopeds' },
    share: 0.16,
  },
  { key: '1.2', parent: '1', name: { nl: 'Overige diefstal', en: 'Other theft' }, share: 0.37 },
  { key: '2.1', parent: '2', name: { nl: 'Mishandeling', en: 'Assault' }, share: 0.1 },
  {
    key: '2.2',
    parent: '2',
    name: { nl: 'Bedreiging en overig geweld', en: 'Threats and other violence' },
    share: 0.08,
  },
  {
    key: '3.1',
    parent: '3',
    name: { nl: 'Vernieling en zaakbeschadiging', en: 'Vandalism and damage' },
    share: 0.15,
  },
  {
    key: '3.2',
    parent: '3',
    name: { nl: 'Verstoring van de openbare orde en overige', en: 'Public disorder and other crimes' },
    share: 0.14,
  },
];

const limits = offences.map(({ key }, index) => ({
  key,
  limit: offences.slice(0, index + 1).reduce((sum, { share }) => sum + share, 0),
}));
const lastOffence = { key: '3.2' };

/** What the crimes of the demonstration region are divided by. */
export const offenceDimension: Dimension = {
  key: 'soort-misdrijf',
  name: { nl: 'Soort misdrijf', en: 'Kind of crime' },
  total: '0.0.0',
  categories: groups.flatMap((group) => [
    group,
    ...offences
      .filter(({ parent }) => parent === group.key)
      .map(({ key, parent, name }) => ({ key, parent, name })),
  ]),
};

/** Crimes of a year by kind; together they are the crimes of that year. */
export function countOffences(row: Row, period: string, seed: number): Map<string, number> {
  const counts = new Map(offences.map(({ key }) => [key, 0]));
  for (const person of row.population)
    for (const key of drawOffences(person, period, seed)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Each case of a parcel is of one kind, drawn by the shares. */
function drawOffences(person: Population, period: string, seed: number): string[] {
  const cases = countParcelCases('misdrijven', crimesExpected, person, listMonths(period), seed);
  const random = createNamedRandom(seed, `offences ${person.key} ${period}`);
  return Array.from({ length: cases }, () => {
    const draw = random();
    return (limits.find(({ limit }) => draw < limit) ?? lastOffence).key;
  });
}

/**
 * Counts as a table shows them: one to four are withheld, and where that is one kind alone the smallest other one too, or
 * the total would tell it; a zero where there is no other.
 */
export function withholdOffences(counts: ReadonlyMap<string, number>, period: string): Map<string, Figure> {
  const small = [...counts].filter(([, count]) => count > 0 && count < 5).map(([key]) => key);
  const rankOf = (count: number): number => count || Number.MAX_VALUE;
  const others = [...counts].filter(([key]) => !small.includes(key));
  const [next] = others.sort(([, one], [, other]) => rankOf(one) - rankOf(other));
  const withheld = new Set(small.length === 1 && next ? [...small, next[0]] : small);
  return new Map(
    [...counts].map(([key, count]) => [
      key,
      withheld.has(key) ? emptyFigure('suppressed') : showCount(count, period),
    ]),
  );
}

/** The same with nothing withheld, as of a municipality. */
export function showOffences(counts: ReadonlyMap<string, number>, period: string): Map<string, Figure> {
  return new Map([...counts].map(([key, count]) => [key, showCount(count, period)]));
}

/** Made-up crimes of the Netherlands by kind; the last takes the rest of the rounding. */
export function countNationalOffences(period: string): Map<string, number> {
  const total = Math.round(nationalCrimes * trendOf(period));
  const counts = offences.map(({ key, share }): [string, number] => [key, Math.round(total * share)]);
  const rest = total - counts.slice(0, -1).reduce((sum, [, count]) => sum + count, 0);
  return new Map(counts.map(([key, count], index) => [key, index === counts.length - 1 ? rest : count]));
}

function showCount(count: number, period: string): Figure {
  return knownFigure(count, 0, isProvisional(period) ? 'provisional' : 'final');
}
