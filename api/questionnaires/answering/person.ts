import { type AgeBand, ageBands, type Sex, sexes } from '../../../geodata/questionnaire/round.ts';
import type { AskedDistrict } from '../../../sql/questionnaires/answered-round.ts';
import type { Draft } from '../../../sql/questionnaires/drafts.ts';
import { fieldOf, type SentFields } from './form.ts';

/** Not said, and too young: beside the bands of age. */
export const unsaid = 'unsaid';
export const below = 'below';

/** The bands that may be chosen; the first ones are left out where people are asked from 18. */
export function listBands(ageFrom: number): readonly AgeBand[] {
  return ageBands.filter((band) => Number.parseInt(band, 10) >= ageFrom);
}

/** What of a person is still to be told. */
export type PersonFault = 'age' | 'sex' | 'district';

export interface ReadPerson {
  readonly person: NonNullable<Draft['person']>;
  readonly isTooYoung: boolean;
  readonly faults: readonly PersonFault[];
}

/** Reads what somebody says of himself; `districts` null: his stratum says where he lives. */
export function readPerson(
  fields: SentFields,
  ageFrom: number,
  districts: readonly AskedDistrict[] | null,
): ReadPerson {
  const [age, sex, district] = ['age', 'sex', 'district'].map((name) => fieldOf(fields, name));
  const ageBand = listBands(ageFrom).find((band) => band === age) ?? null;
  const known: Sex | null = sexes.find((each) => each === sex) ?? null;
  const chosen = districts?.find(({ code }) => code === district)?.code ?? null;
  const faults: PersonFault[] = [];
  if (ageBand === null && age !== unsaid && age !== below) faults.push('age');
  if (known === null && sex !== unsaid) faults.push('sex');
  if (districts !== null && chosen === null) faults.push('district');
  return { person: { ageBand, sex: known, district: chosen }, isTooYoung: age === below, faults };
}
