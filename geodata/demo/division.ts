import type { Parcel } from './parcel.ts';
import type { MunicipalityPlan } from './place.ts';
import { type BoundaryYear, reforms } from './reform.ts';

/** A neighbourhood of one boundary year and the parcels (places in their list) it is made of. */
export interface Neighbourhood {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly districtName: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly parcels: readonly number[];
}

/** The neighbourhoods of a boundary year. Codes count districts and parcels from 00, as CBS does. */
export function divideGround(
  plans: readonly MunicipalityPlan[],
  parcels: readonly Parcel[],
  names: readonly string[],
  year: BoundaryYear,
): Neighbourhood[] {
  const reform = reforms[year];
  const places = new Map(parcels.map(({ key }, index) => [key, index]));
  const members = new Map<number, number[]>();
  parcels.forEach(({ key }, index) => {
    const holder = places.get(reform.heldBy[key] ?? key) ?? index;
    members.set(holder, [...(members.get(holder) ?? []), index]);
  });
  const numbers = numberWithinDistricts(parcels);
  return [...members].flatMap(([holder, held]) => {
    const parcel = parcels[holder];
    const plan = plans[parcel?.municipality ?? -1];
    if (!parcel || !plan) return [];
    const own =
      reform.codes[parcel.key] ?? `BU${plan.number}${pad(parcel.district)}${pad(numbers[holder] ?? 0)}`;
    return {
      code: own,
      name: reform.names[parcel.key] ?? names[holder] ?? parcel.place,
      district: `WK${own.slice(2, 8)}`,
      districtName: plan.districts[Number(own.slice(6, 8))]?.name ?? '',
      municipality: `GM${plan.number}`,
      municipalityName: plan.name,
      parcels: held,
    };
  });
}

function numberWithinDistricts(parcels: readonly Parcel[]): number[] {
  const counts = new Map<string, number>();
  return parcels.map(({ municipality, district }) => {
    const number = counts.get(`${municipality}/${district}`) ?? 0;
    counts.set(`${municipality}/${district}`, number + 1);
    return number;
  });
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
