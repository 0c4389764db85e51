import { planSample, precisionOf, type SamplePlan } from '../../../geodata/sampling/size.ts';
import type { RoundBody } from '../../data/contract.ts';

/** A stratum while somebody plans it. */
export type StratumRow = Pick<
  RoundBody['strata'][number],
  'area' | 'name' | 'population' | 'planned' | 'invited' | 'expectedResponse'
>;

/** What the plan aims at; shares from 0 to 1. */
export type SampleAim = Pick<SamplePlan, 'precision' | 'expectedShare' | 'designEffect'>;

export const usualAim: SampleAim = { precision: 0.07, expectedShare: 0.5, designEffect: 1.3 };
export const usualResponse = 0.25;

/** How many people to invite so that figures of a stratum are as precise as is aimed at. */
export function proposeInvited({ population, expectedResponse }: StratumRow, aim: SampleAim): number {
  return planSample({ ...aim, population, expectedResponse }).invited;
}

/** Half the width of the 95% interval that inviting so many gives, 0 to 1; null where nobody is invited. */
export function findMargin(
  { population, planned, expectedResponse }: StratumRow,
  aim: SampleAim,
): number | null {
  if (planned === 0 || population === 0) return null;
  return precisionOf({ ...aim, population, expectedResponse }, Math.min(planned, population));
}

/** The people of the register in a stratum: of a district its own, of a municipality those of all its districts. */
export function countInRegister(area: string, register: Readonly<Record<string, number>>): number | null {
  if (area.startsWith('WK')) return register[area] ?? null;
  const own = Object.entries(register).filter(([district]) => district.slice(2, 6) === area.slice(2, 6));
  return own.length === 0 ? null : own.reduce((sum, [, count]) => sum + count, 0);
}
