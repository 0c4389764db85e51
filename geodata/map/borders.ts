import type { MapLevel } from '../level.ts';

/** Values at zooms, linear between them. */
export type ByZoom = readonly (readonly [zoom: number, value: number])[];

export function valueAt(stops: ByZoom, zoom: number): number {
  const after = stops.findIndex(([at]) => at > zoom);
  const [high, low] = [stops.at(after), stops.at(after === -1 ? -1 : Math.max(0, after - 1))];
  if (!high || !low) return 0;
  if (high === low) return low[1];
  return low[1] + ((high[1] - low[1]) * (zoom - low[0])) / (high[0] - low[0]);
}

/** A level shows its own borders and those of the levels above it. */
export const shownLevels: Readonly<Record<MapLevel, readonly MapLevel[]>> = {
  municipality: ['municipality'],
  district: ['municipality', 'district'],
  neighbourhood: ['municipality', 'district', 'neighbourhood'],
};

/** From weak to strong, as they lie over each other. */
export const borderOrder: readonly MapLevel[] = ['neighbourhood', 'district', 'municipality'];

/** CSS pixels. */
export const borderWidths: Readonly<Record<MapLevel, ByZoom>> = {
  municipality: [
    [7, 0.9],
    [10, 1.6],
    [13, 2.6],
  ],
  district: [
    [8, 0.4],
    [10, 0.9],
    [13, 1.6],
  ],
  neighbourhood: [
    [8, 0.25],
    [10, 0.5],
    [13, 1],
  ],
};

export const borderStrengths: Readonly<Record<MapLevel, ByZoom>> = {
  municipality: [[0, 0.92]],
  district: [
    [8, 0.35],
    [11, 0.7],
  ],
  neighbourhood: [
    [8, 0.18],
    [11, 0.45],
  ],
};

/** Paper on both sides of a municipality's border, so that it stands out from dark and light classes alike. */
export const borderHalo = {
  width: [
    [7, 2.1],
    [10, 3.8],
    [13, 6.2],
  ] as ByZoom,
  strength: 0.75,
} as const;
