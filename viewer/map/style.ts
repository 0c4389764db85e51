import type {
  BackgroundLayerSpecification,
  CircleLayerSpecification,
  ExpressionSpecification,
  LayerSpecification,
  LineLayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { Appearance } from '../../geodata/classes/scheme.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { inksOf } from './inks.ts';
import type { MapScene } from './scene.ts';

export const areaSource = 'areas';
/** Borders of the areas under the pointer and picked, of numbered areas with their badges, and of another year. */
export const standoutSources = ['outlined', 'numbered', 'ghost'] as const;
export type StandoutSource = (typeof standoutSources)[number];

export function isStandout(layer: LayerSpecification): boolean {
  return 'source' in layer && standoutSources.some((source) => source === layer.source);
}

/** An unseen layer that holds the place of the areas' fills: they are drawn right below it, lines and names above. */
export const fillsPlace = 'fills-place';
export const fillsLayer = 'fills';

type Look = Pick<MapScene, 'level' | 'appearance'>;
type ByZoom = readonly (number | readonly [zoom: number, value: number])[];

const face = ['Inter Variable', 'system-ui'];

/** The style to begin with: paper, and a place for the fills. The rest is added once the tiles are known. */
export function emptyStyle({ appearance }: Look): StyleSpecification {
  const place = { ...background(appearance), id: fillsPlace, layout: { visibility: 'none' } } as const;
  return { version: 8, sources: {}, layers: [background(appearance), place] };
}

/** Background, borders from weak to strong, old borders, areas that stand out, names and badges; by level and appearance. */
export function layersOf({ level, appearance }: Look): LayerSpecification[] {
  const shown = shownLevels[level];
  return [
    background(appearance),
    border('neighbourhood', shown, appearance),
    border('district', shown, appearance),
    halo('municipality', appearance),
    border('municipality', shown, appearance),
    ...outline('ghost', 'ghost', 1.75, appearance, [2.5, 2]),
    ...outline('outlined', 'hovered', 2, appearance),
    ...outline('numbered', 'numbered', 2.25, appearance),
    ...outline('outlined', 'selected', 3.25, appearance),
    names('neighbourhood', shown, appearance),
    names('district', shown, appearance),
    names('municipality', shown, appearance),
    badge(appearance),
    badgeNumber(appearance),
  ];
}

function background(appearance: Appearance): BackgroundLayerSpecification {
  return { id: 'background', type: 'background', paint: { 'background-color': inksOf[appearance].paper } };
}

/** A level shows its own borders and those of the levels above it. */
const shownLevels: Readonly<Record<MapLevel, readonly MapLevel[]>> = {
  municipality: ['municipality'],
  district: ['municipality', 'district'],
  neighbourhood: ['municipality', 'district', 'neighbourhood'],
};

function byZoom(...stops: ByZoom): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}

const widths: Readonly<Record<MapLevel, ExpressionSpecification>> = {
  municipality: byZoom([7, 0.9], [10, 1.6], [13, 2.6]),
  district: byZoom([8, 0.4], [10, 0.9], [13, 1.6]),
  neighbourhood: byZoom([8, 0.25], [10, 0.5], [13, 1]),
};

const strengths: Readonly<Record<MapLevel, ExpressionSpecification | number>> = {
  municipality: 0.92,
  district: byZoom([8, 0.35], [11, 0.7]),
  neighbourhood: byZoom([8, 0.18], [11, 0.45]),
};

const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
/** Half the vertices of round ones, and in lines of a pixel nobody sees which. */
const bevelled = { 'line-join': 'bevel', 'line-cap': 'butt' } as const;

function border(level: MapLevel, shown: readonly MapLevel[], appearance: Appearance): LineLayerSpecification {
  return {
    id: `border-${level}`,
    type: 'line',
    source: areaSource,
    'source-layer': 'border',
    filter: ['==', ['get', 'level'], level],
    layout: {
      ...(level === 'municipality' ? round : bevelled),
      visibility: shown.includes(level) ? 'visible' : 'none',
    },
    paint: {
      'line-color': inksOf[appearance].ink,
      'line-width': widths[level],
      'line-opacity': strengths[level],
    },
  };
}

/** Paper on both sides of a border, so that it stands out from dark and light classes alike. */
function halo(level: MapLevel, appearance: Appearance): LineLayerSpecification {
  return {
    id: `halo-${level}`,
    type: 'line',
    source: areaSource,
    'source-layer': 'border',
    filter: ['==', ['get', 'level'], level],
    layout: round,
    paint: {
      'line-color': inksOf[appearance].paper,
      'line-width': byZoom([7, 2.1], [10, 3.8], [13, 6.2]),
      'line-opacity': 0.75,
    },
  };
}

/** A line on paper, so that it shows on every class; dashes in widths of the line. */
function outline(
  source: StandoutSource,
  role: 'hovered' | 'selected' | 'numbered' | 'ghost',
  width: number,
  appearance: Appearance,
  dashes?: [number, number],
): LineLayerSpecification[] {
  const { ink, paper } = inksOf[appearance];
  const line = (
    part: string,
    paint: NonNullable<LineLayerSpecification['paint']>,
  ): LineLayerSpecification => ({
    id: `${role}-${part}`,
    type: 'line',
    source,
    filter: ['==', ['get', 'role'], role],
    layout: dashes ? { ...round, 'line-cap': 'butt' } : round,
    paint,
  });
  return [
    line('halo', { 'line-color': paper, 'line-width': width + 3 }),
    line('line', {
      'line-color': ink,
      'line-width': width,
      ...(dashes ? { 'line-dasharray': dashes } : {}),
    }),
  ];
}

const isBadge: ExpressionSpecification = ['==', ['get', 'role'], 'badge'];

function badge(appearance: Appearance): CircleLayerSpecification {
  const { ink, paper } = inksOf[appearance];
  return {
    id: 'badge',
    type: 'circle',
    source: 'numbered',
    filter: isBadge,
    paint: {
      'circle-radius': 10,
      'circle-color': ink,
      'circle-stroke-color': paper,
      'circle-stroke-width': 2,
    },
  };
}

/** Names give way to it, for it is placed before them. */
function badgeNumber(appearance: Appearance): SymbolLayerSpecification {
  return {
    id: 'badge-number',
    type: 'symbol',
    source: 'numbered',
    filter: isBadge,
    layout: {
      'text-field': ['to-string', ['get', 'number']],
      'text-font': face,
      'text-size': 12,
      'text-padding': 8,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': inksOf[appearance].paper },
  };
}

/** Names of larger areas make room for those of smaller ones as people come closer. */
function nameZooms(level: MapLevel, shown: readonly MapLevel[]): { minzoom: number; maxzoom: number } {
  if (level === 'municipality') return { minzoom: 0, maxzoom: shown.length > 1 ? 12 : 24 };
  if (level === 'district') return { minzoom: 10.25, maxzoom: shown.includes('neighbourhood') ? 12.25 : 24 };
  return { minzoom: 12.25, maxzoom: 24 };
}

const nameSizes: Readonly<Record<MapLevel, ExpressionSpecification>> = {
  municipality: byZoom([7, 10.5], [10, 14.5], [12, 17]),
  district: byZoom([10, 11], [13, 14.5]),
  neighbourhood: byZoom([12, 10.5], [14, 13]),
};

function names(
  level: MapLevel,
  shown: readonly MapLevel[],
  appearance: Appearance,
): SymbolLayerSpecification {
  const { ink, paper } = inksOf[appearance];
  return {
    id: `name-${level}`,
    type: 'symbol',
    source: areaSource,
    'source-layer': 'label',
    ...nameZooms(level, shown),
    filter: ['==', ['get', 'level'], level],
    layout: {
      visibility: shown.includes(level) ? 'visible' : 'none',
      'text-field': ['get', 'name'],
      'text-font': face,
      'text-size': nameSizes[level],
      'text-max-width': 8,
      'text-padding': 4,
      'text-line-height': 1.15,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.3,
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 0],
    },
    paint: {
      'text-color': ink,
      'text-halo-color': paper,
      'text-halo-width': level === 'municipality' ? 1.8 : 1.4,
      'text-opacity': level === 'neighbourhood' ? 0.9 : 1,
    },
  };
}
