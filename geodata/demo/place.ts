/** Built-up ground: a disc that is roughened on the map and divided into neighbourhoods. Discs that touch make one town. */
interface Settlement {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly radiusKm: number;
  /** How many neighbourhoods it is divided into. */
  readonly parts: number;
  /** Made up, in the order of size of the real place. */
  readonly inhabitants: number;
}

/** A neighbourhood of farms and fields, known by a point in it; it reaches halfway to the next. */
interface Countryside {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

export interface DistrictPlan {
  readonly name: string;
  readonly settlements: readonly Settlement[];
  readonly countryside: readonly Countryside[];
}

export interface MunicipalityPlan {
  /** The four digits of CBS. */
  readonly number: string;
  readonly name: string;
  readonly districts: readonly DistrictPlan[];
}

type SettlementRow = readonly [string, number, number, number, number, number];
type CountrysideRow = readonly [string, number, number];

/** A district from rows of [name, longitude, latitude, radius in km, parts, inhabitants] and [name, longitude, latitude]. */
export function planDistrict(
  name: string,
  settlements: readonly SettlementRow[],
  countryside: readonly CountrysideRow[] = [],
): DistrictPlan {
  return {
    name,
    settlements: settlements.map(([name, longitude, latitude, radiusKm, parts, inhabitants]) => ({
      name,
      longitude,
      latitude,
      radiusKm,
      parts,
      inhabitants,
    })),
    countryside: countryside.map(([name, longitude, latitude]) => ({ name, longitude, latitude })),
  };
}
