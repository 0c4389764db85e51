/** Where the map looks: zoom of 256-pixel tiles' scale in MapLibre's count, centre in WGS84 degrees. */
export interface Camera {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** The camera as precise as a link keeps it: zoom to 0.01, degrees to 0.0001 (about 10 metres). */
export function roundCamera({ zoom, latitude, longitude }: Camera): Camera {
  return { zoom: round(zoom, 2), latitude: round(latitude, 4), longitude: round(longitude, 4) };
}

/** Reads `zoom/latitude/longitude`; null where that is no place on earth. */
export function readCamera(text: string): Camera | null {
  const match = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!match) return null;
  const [zoom, latitude, longitude] = match.slice(1).map(Number) as [number, number, number];
  const isOnEarth = zoom <= 24 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return isOnEarth ? roundCamera({ zoom, latitude, longitude }) : null;
}

export function writeCamera({ zoom, latitude, longitude }: Camera): string {
  return `${zoom.toFixed(2)}/${latitude.toFixed(4)}/${longitude.toFixed(4)}`;
}

/** Rounds as `toFixed` writes, so that what is written reads back as the same number; never minus zero. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
