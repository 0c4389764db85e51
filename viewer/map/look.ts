import type { MapLevel } from '../../geodata/level.ts';
import type { ByZoom } from '../../geodata/map/borders.ts';

/** Lines around areas that stand out, in the order in which they lie over each other; CSS pixels, dashes in widths of the line. */
export const outlines = [
  { source: 'otherBorders', role: 'otherBorders', width: 1.75, dashes: [2.5, 2] },
  { source: 'outlined', role: 'hovered', width: 2, dashes: null },
  { source: 'numbered', role: 'numbered', width: 2.25, dashes: null },
  { source: 'outlined', role: 'selected', width: 3.25, dashes: null },
] as const;
export type Outline = (typeof outlines)[number];
/** How much wider the paper below such a line is. */
export const outlineHalo = 3;

export const badgeLook = { radius: 10, rim: 2, textSize: 12, padding: 8 } as const;

export const face = ['Inter Variable', 'system-ui'] as const;

/** Names of larger areas make room for those of smaller ones as people come closer. */
export function nameZooms(level: MapLevel, shown: readonly MapLevel[]): { minzoom: number; maxzoom: number } {
  if (level === 'municipality') return { minzoom: 0, maxzoom: shown.length > 1 ? 12 : 24 };
  if (level === 'district') return { minzoom: 10.25, maxzoom: shown.includes('neighbourhood') ? 12.25 : 24 };
  return { minzoom: 12.25, maxzoom: 24 };
}

export const nameSizes: Readonly<Record<MapLevel, ByZoom>> = {
  municipality: [
    [7, 10.5],
    [10, 14.5],
    [12, 17],
  ],
  district: [
    [10, 11],
    [13, 14.5],
  ],
  neighbourhood: [
    [12, 10.5],
    [14, 13],
  ],
};

/** How a name is set: widths and heights in its own size, padding in CSS pixels; where it stands beside its place, in order of preference. */
export const nameSetting = {
  maxWidth: 8,
  lineHeight: 1.15,
  radialOffset: 0.3,
  padding: 4,
  anchors: ['center', 'top', 'bottom', 'left', 'right'],
} as const;

export function nameHalo(level: MapLevel): number {
  return level === 'municipality' ? 1.8 : 1.4;
}

export function nameStrength(level: MapLevel): number {
  return level === 'neighbourhood' ? 0.9 : 1;
}
