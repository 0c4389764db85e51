/** The administrative levels, from the whole to the smallest part. */
export const levels = ['country', 'region', 'municipality', 'district', 'neighbourhood'] as const;
export type Level = (typeof levels)[number];

/** The levels that have borders of their own on the map. */
export const mapLevels = ['municipality', 'district', 'neighbourhood'] as const;
export type MapLevel = (typeof mapLevels)[number];

export function isLevel(text: string): text is Level {
  return (levels as readonly string[]).includes(text);
}

export function isMapLevel(text: string): text is MapLevel {
  return (mapLevels as readonly string[]).includes(text);
}
