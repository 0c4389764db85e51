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

/** Names of a level that come at one zoom: those of areas of these ranks (a tile's `rank`: one more for each halving of the area). */
export interface NameStep {
  readonly level: MapLevel;
  readonly firstRank: number;
  readonly lastRank: number;
  readonly minzoom: number;
  readonly maxzoom: number;
}

const closest = 24;
/** As people come closer, names of smaller areas come when a name is about as wide as the area. */
const rankSteps: readonly (readonly [minzoom: number, lastRank: number])[] = [
  [9.75, 2],
  [10.25, 4],
  [11.25, 6],
  [12.25, Number.MAX_SAFE_INTEGER],
];
/** Municipalities make room for the level that is shown. */
const lastZoomOfMunicipalities = 12.5;

/** The names on a map of a level, those that are placed first at the end: municipalities, then the level itself, large areas first. */
export const nameSteps: Readonly<Record<MapLevel, readonly NameStep[]>> = {
  municipality: [stepOfMunicipalities(closest)],
  district: [...stepsOf('district'), stepOfMunicipalities(lastZoomOfMunicipalities)],
  neighbourhood: [...stepsOf('neighbourhood'), stepOfMunicipalities(lastZoomOfMunicipalities)],
};

function stepOfMunicipalities(maxzoom: number): NameStep {
  return { level: 'municipality', firstRank: 0, lastRank: Number.MAX_SAFE_INTEGER, minzoom: 0, maxzoom };
}

function stepsOf(level: MapLevel): NameStep[] {
  const steps = rankSteps.map(([minzoom, lastRank], index) => {
    const firstRank = index === 0 ? 0 : (rankSteps[index - 1]?.[1] ?? 0) + 1;
    return { level, firstRank, lastRank, minzoom, maxzoom: closest };
  });
  return steps.reverse();
}

/** A slide of this width has names as large as elsewhere, CSS pixels; on a wider one they grow with the letters beside the map. */
const slideOfUsualNames = 1370;
const largestNames = 1.5;

/** How much larger names are on a slide that fills a window of this width: they are read from the last row. */
export function scaleNames(width: number): number {
  return Math.min(largestNames, Math.max(1, width / slideOfUsualNames));
}

export const nameSizes: Readonly<Record<MapLevel, ByZoom>> = {
  municipality: [
    [7, 10.5],
    [10, 14.5],
    [12, 17],
  ],
  district: [
    [10, 11.5],
    [13, 14.5],
  ],
  neighbourhood: [
    [10, 11],
    [12, 11.5],
    [14, 14],
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

/** Paper around letters, CSS pixels: as much as keeps small ones legible on the darkest class. */
export const nameHalo = 1.8;
