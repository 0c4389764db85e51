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
import {
  type ByZoom,
  borderHalo,
  borderOrder,
  borderStrengths,
  borderWidths,
  shownLevels,
} from '../../geodata/map/borders.ts';
import { inksOf } from '../../geodata/map/inks.ts';
import {
  badgeLook,
  face,
  type NameStep,
  nameHalo,
  nameSetting,
  nameSizes,
  nameSteps,
  type Outline,
  outlineHalo,
  outlines,
} from './look.ts';
import type { MapScene } from './scene.ts';

export const areaSource = 'areas';
/** Borders of the areas under the pointer and picked, of numbered areas with their badges, and of another year. */
export const standoutSources = ['outlined', 'numbered', 'otherBorders'] as const;
export type StandoutSource = (typeof standoutSources)[number];

export function isStandout(layer: LayerSpecification): boolean {
  return 'source' in layer && standoutSources.some((source) => source === layer.source);
}

/** An unseen layer that holds the place of the areas' fills: they are drawn right below it, lines and names above. */
export const fillsPlace = 'fills-place';
export const fillsLayer = 'fills';

type Look = Pick<MapScene, 'level' | 'appearance' | 'nameScale'>;
type NameLook = Pick<MapScene, 'appearance' | 'nameScale'>;

/** The style to begin with: paper, and a place for the fills. The rest is added once the tiles are known. */
export function emptyStyle({ appearance }: Look): StyleSpecification {
  const place = { ...background(appearance), id: fillsPlace, layout: { visibility: 'none' } } as const;
  return {
    version: 8,
    sources: {},
    layers: [background(appearance), place],
    // Light turns dark at once, as the fills do.
    transition: { duration: 0, delay: 0 },
  };
}

/** Background, borders from weak to strong, old borders, areas that stand out, names and badges; by level and appearance. */
export function layersOf({ level, appearance, nameScale }: Look): LayerSpecification[] {
  const shown = shownLevels[level];
  return [
    background(appearance),
    ...borderOrder.flatMap((each) => [
      ...(each === 'municipality' ? [halo(each, appearance)] : []),
      border(each, shown, appearance),
    ]),
    ...outlines.flatMap((each) => outline(each, appearance)),
    ...borderOrder.flatMap((each) => nameLayers(each, level, { appearance, nameScale })),
    badge(appearance),
    badgeNumber(appearance),
  ];
}

function background(appearance: Appearance): BackgroundLayerSpecification {
  return { id: 'background', type: 'background', paint: { 'background-color': inksOf[appearance].paper } };
}

function byZoom(stops: ByZoom): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}

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
      'line-width': byZoom(borderWidths[level]),
      'line-opacity': byZoom(borderStrengths[level]),
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
      'line-width': byZoom(borderHalo.width),
      'line-opacity': borderHalo.strength,
    },
  };
}

/** A line on paper, so that it shows on every class; dashes in widths of the line. */
function outline({ source, role, width, dashes }: Outline, appearance: Appearance): LineLayerSpecification[] {
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
    line('halo', { 'line-color': paper, 'line-width': width + outlineHalo }),
    line('line', {
      'line-color': ink,
      'line-width': width,
      ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
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
      'circle-radius': badgeLook.radius,
      'circle-color': ink,
      'circle-stroke-color': paper,
      'circle-stroke-width': badgeLook.rim,
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
      'text-font': [...face],
      'text-size': badgeLook.textSize,
      'text-padding': badgeLook.padding,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': inksOf[appearance].paper },
  };
}

/** All steps of a level's names, of which a map of that level shows all, another none or those that it shares. */
function nameLayers(level: MapLevel, shown: MapLevel, look: NameLook): SymbolLayerSpecification[] {
  const own = nameSteps[level].filter((step) => step.level === level);
  return own.map((step) => {
    const used = nameSteps[shown].find((each) => each.level === level && each.firstRank === step.firstRank);
    return names(used ?? step, used !== undefined, look);
  });
}

function names(
  { level, firstRank, lastRank, minzoom, maxzoom }: NameStep,
  isShown: boolean,
  { appearance, nameScale }: NameLook,
): SymbolLayerSpecification {
  const { ink, paper } = inksOf[appearance];
  const rank: ExpressionSpecification = ['coalesce', ['get', 'rank'], 0];
  return {
    id: `name-${level}-${firstRank}`,
    type: 'symbol',
    source: areaSource,
    'source-layer': 'label',
    minzoom,
    maxzoom,
    filter: ['all', ['==', ['get', 'level'], level], ['>=', rank, firstRank], ['<=', rank, lastRank]],
    layout: {
      visibility: isShown ? 'visible' : 'none',
      'text-field': ['get', 'name'],
      'text-font': [...face],
      'text-size': byZoom(nameSizes[level].map(([zoom, size]) => [zoom, size * nameScale])),
      'text-max-width': nameSetting.maxWidth,
      'text-padding': nameSetting.padding,
      'text-line-height': nameSetting.lineHeight,
      'text-variable-anchor': [...nameSetting.anchors],
      'text-radial-offset': nameSetting.radialOffset,
      'symbol-sort-key': rank,
    },
    paint: { 'text-color': ink, 'text-halo-color': paper, 'text-halo-width': nameHalo },
  };
}
