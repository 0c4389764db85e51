/** Longitude and latitude, degrees. */
type Position = readonly [number, number];

export const directions = ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'] as const;
export type Direction = (typeof directions)[number];

/** Half the angle that a direction looks over: a little more than a quarter turn in all, so that diagonals count. */
const halfView = (60 * Math.PI) / 180;

export interface Reachable {
  readonly code: string;
  /** Longitude and latitude of its label. */
  readonly centroid: Position;
}

/**
 * The area that lies in a direction: of those within 60 degrees of it the one that is near and straight ahead. null
 * where none lies that way.
 */
export function findInDirection<Area extends Reachable>(
  from: Position,
  direction: Direction,
  areas: readonly Area[],
): Area | null {
  const ahead = (directions.indexOf(direction) * Math.PI) / 2;
  let best: { readonly area: Area; readonly cost: number } | null = null;
  for (const area of areas) {
    const [east, north] = offset(from, area.centroid);
    const turn = Math.abs(wrapAngle(Math.atan2(north, east) - ahead));
    if (turn > halfView) continue;
    const cost = Math.hypot(east, north) / Math.cos(turn / 1.5);
    if (!best || cost < best.cost) best = { area, cost };
  }
  return best?.area ?? null;
}

/** East and north, in degrees of latitude. */
function offset([fromLongitude, fromLatitude]: Position, [longitude, latitude]: Position): [number, number] {
  const shrink = Math.cos((fromLatitude * Math.PI) / 180);
  return [(longitude - fromLongitude) * shrink, latitude - fromLatitude];
}

function wrapAngle(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}
