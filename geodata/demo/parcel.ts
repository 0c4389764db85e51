import type { MunicipalityPlan } from './place.ts';

/** The smallest piece of ground that keeps together in every boundary year; neighbourhoods are made of one or more. */
export interface Parcel {
  /** `0153/Lonneker/0`: municipality, settlement or countryside, part. */
  readonly key: string;
  readonly municipality: number;
  readonly district: number;
  /** The settlement or countryside it is cut from. */
  readonly place: string;
  readonly part: number;
  readonly parts: number;
  readonly longitude: number;
  readonly latitude: number;
  /** Radius of the settlement; null in the countryside. */
  readonly radiusKm: number | null;
  /** Inhabitants of the whole settlement; null in the countryside. */
  readonly inhabitants: number | null;
}

/** Every parcel of the plans, in the order of municipality, district, settlement and part, countryside last in its district. */
export function listParcels(plans: readonly MunicipalityPlan[]): Parcel[] {
  return plans.flatMap((plan, municipality) =>
    plan.districts.flatMap((districtPlan, district) => [
      ...districtPlan.settlements.flatMap((settlement) =>
        Array.from({ length: settlement.parts }, (_, part) => ({
          key: `${plan.number}/${settlement.name}/${part}`,
          municipality,
          district,
          place: settlement.name,
          part,
          parts: settlement.parts,
          longitude: settlement.longitude,
          latitude: settlement.latitude,
          radiusKm: settlement.radiusKm,
          inhabitants: settlement.inhabitants,
        })),
      ),
      ...districtPlan.countryside.map((countryside) => ({
        key: `${plan.number}/${countryside.name}/0`,
        municipality,
        district,
        place: countryside.name,
        part: 0,
        parts: 1,
        longitude: countryside.longitude,
        latitude: countryside.latitude,
        radiusKm: null,
        inhabitants: null,
      })),
    ]),
  );
}
