import { yearOfPeriod } from '../period.ts';
import type { Population } from './population.ts';

/** Crime falls until the quiet years of 2020 and 2021, and comes back in part. */
const trend: Readonly<Record<number, number>> = {
  2016: 1.18,
  2017: 1.12,
  2018: 1.05,
  2019: 1.06,
  2020: 0.98,
  2021: 0.9,
  2022: 0.95,
  2023: 0.99,
  2024: 1,
  2025: 0.97,
};

/** Crimes of all kinds that a month is likely to bring. */
export function crimesExpected(person: Population, month: string): number {
  const { inhabitants, urbanity, hardship, activity } = person;
  const rate = 14 + 22 * urbanity + 14 * Math.max(-0.5, hardship) * (0.4 + urbanity);
  return (((inhabitants * rate) / 1000 + 800 * activity) * trendOf(month) * seasonOf(month)) / 12;
}

/** Burglaries of homes that a year is likely to bring: a tenth less every year. */
export function burglariesExpected({ inhabitants, urbanity, hardship }: Population, period: string): number {
  const fall = 0.9 ** (yearOfPeriod(period) - 2016);
  return inhabitants * 0.0042 * fall * (0.6 + 0.7 * urbanity + 0.2 * hardship);
}

/** Thefts from shops and firms that a year is likely to bring. */
export function theftsExpected({ inhabitants, urbanity, activity }: Population, period: string): number {
  return (5 + 150 * activity + 0.0008 * inhabitants * urbanity) * trendOf(period);
}

/** Reports of youth nuisance that a year is likely to bring; many in the years that the young had nowhere to go. */
export function youthReportsExpected(
  { inhabitants, urbanity, hardship }: Population,
  period: string,
): number {
  const outside = period === '2020' ? 1.9 : period === '2021' ? 1.5 : 1;
  return inhabitants * 0.004 * outside * (0.3 + 1.6 * urbanity + 0.6 * hardship);
}

/** Fires in buildings that a year is likely to bring. */
export function firesExpected({ inhabitants, hardship }: Population): number {
  return inhabitants * 0.0011 * (1 + 0.4 * hardship);
}

/** Crime against that of 2024. */
export function trendOf(period: string): number {
  return trend[yearOfPeriod(period)] ?? 1;
}

/** More in the light evenings of summer and in December. */
export function seasonOf(period: string): number {
  const month = Number(period.slice(5, 7));
  return 1 + 0.12 * Math.cos(((month - 7) * Math.PI) / 6) + (month === 12 ? 0.1 : 0);
}
