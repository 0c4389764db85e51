import { municipalityOfCode } from '../area.ts';
import type { Answers, Questionnaire } from '../questionnaire/questionnaire.ts';
import {
  type AgeBand,
  ageBands,
  type RegisterCount,
  type Sex,
  type Sheet,
  sexes,
} from '../questionnaire/round.ts';
import { drawNormal, type Random } from '../statistics/random.ts';
import { giveAnswers } from './answers.ts';

/** A district whose people are asked. */
export interface AskedDistrict {
  readonly code: string;
  /** Of 15 years and older. */
  readonly people: number;
  /** Share of them aged 65 and over, 0 to 1. */
  readonly older: number;
  /** Standard deviations from what is usual. */
  readonly trouble: number;
}

/** Share of the people of 15 to 64 in each band. */
const youngerShares: Readonly<Partial<Record<AgeBand, number>>> = {
  '15-17': 0.055,
  '18-24': 0.135,
  '25-44': 0.39,
  '45-64': 0.42,
};
const olderShares: Readonly<Partial<Record<AgeBand, number>>> = { '65-74': 0.56, '75+': 0.44 };

/** How much more readily some answer than others. */
const readiness: Readonly<Record<AgeBand, number>> = {
  '15-17': 0.5,
  '18-24': 0.5,
  '25-44': 0.75,
  '45-64': 1.15,
  '65-74': 1.5,
  '75+': 1.1,
};

/** The register's counts of districts, by age and sex. */
export function countPeople(districts: readonly AskedDistrict[]): RegisterCount[] {
  return districts.flatMap(({ code, people, older }) =>
    ageBands.flatMap((ageBand) => {
      const share = (1 - older) * (youngerShares[ageBand] ?? 0) + older * (olderShares[ageBand] ?? 0);
      return sexes.map((sex) => ({
        district: code,
        ageBand,
        sex,
        count: Math.max(1, Math.round(people * share * (sex === 'man' ? 0.495 : 0.505))),
      }));
    }),
  );
}

/** Sheets that so many people of a stratum might send who were drawn from these districts; older people answer sooner. */
export function drawSheets(
  questionnaire: Questionnaire,
  { stratum, districts, count }: { stratum: string; districts: readonly AskedDistrict[]; count: number },
  random: Random,
): Sheet<Answers>[] {
  const troubleOf = new Map(districts.map(({ code, trouble }) => [code, trouble]));
  const people = countPeople(districts).map((cell) => ({
    ...cell,
    weight: cell.count * readiness[cell.ageBand],
  }));
  const total = people.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    const cell = pick(people, random() * total);
    const trouble =
      (troubleOf.get(cell.district) ?? 0) + shiftOf(cell.ageBand, cell.sex) + drawNormal(random);
    return {
      way: 'code',
      district: cell.district,
      stratum,
      ageBand: cell.ageBand,
      sex: cell.sex,
      language: chooseLanguage(random),
      answers: giveAnswers(questionnaire, municipalityOfCode(cell.district), trouble, random),
    };
  });
}

function pick<Each extends { readonly weight: number }>(list: readonly Each[], drawn: number): Each {
  let left = drawn;
  for (const each of list) {
    left -= each.weight;
    if (left <= 0) return each;
  }
  const last = list.at(-1);
  if (!last) throw new Error('a stratum has districts');
  return last;
}

/** Younger people and women feel unsafe more often. */
function shiftOf(ageBand: AgeBand, sex: Sex): number {
  const young = ageBand === '15-17' || ageBand === '18-24';
  return (young ? 0.35 : ageBand === '75+' ? -0.2 : 0) + (sex === 'woman' ? 0.15 : 0);
}

function chooseLanguage(random: Random): string {
  const drawn = random();
  if (drawn < 0.93) return 'nl';
  return drawn < 0.955 ? 'en' : drawn < 0.975 ? 'tr' : drawn < 0.99 ? 'de' : 'ar';
}
