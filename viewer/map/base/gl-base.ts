import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Appearance } from '../../../geodata/classes/scheme.ts';
import { inksOf } from '../../../geodata/map/inks.ts';
import { face } from '../look.ts';
import { fillsLayer } from '../style.ts';
import type { Tileset } from '../tileset.ts';
import { baseLook, lineStrengths, lineWidths, placeLook, railDashes } from './look.ts';
import { type BaseRule, baseRules } from './rules.ts';

const source = 'base';
/** Right below the first border, and so over the fills. */
const firstBorder = 'border-neighbourhood';
/** Right below the first name of an area, which is placed after it in the style and so before it on the ground. */
const firstName = 'name-neighbourhood-';

/** Adds the base map to a map that has its areas, or changes its appearance. */
export function showBaseMap(
  map: MapLibreMap,
  tileset: Tileset,
  appearance: Appearance,
  address: string,
): void {
  const isThere = map.getSource(source) !== undefined;
  if (!isThere) {
    const { minzoom, maxzoom, bounds, attribution } = tileset;
    map.addSource(source, {
      type: 'vector',
      tiles: [address],
      minzoom,
      maxzoom,
      bounds: [...bounds],
      attribution,
    });
  }
  const nameLayer = map.getLayersOrder().find((id) => id.startsWith(firstName));
  for (const [place, layers] of [
    [fillsLayer, listUnder(appearance)],
    [firstBorder, listOver(appearance)],
    [nameLayer, listPlaces(appearance)],
  ] as const)
    for (const layer of layers) {
      if (!isThere) map.addLayer(layer, place);
      else
        for (const [name, value] of Object.entries(layer.paint ?? {}))
          map.setPaintProperty(layer.id, name as Parameters<MapLibreMap['setPaintProperty']>[1], value);
    }
}

/** Takes it away again, with its source, so that nothing more is asked for. */
export function hideBaseMap(map: MapLibreMap): void {
  if (!map.getSource(source)) return;
  for (const id of map.getLayersOrder()) if (map.getLayer(id)?.source === source) map.removeLayer(id);
  map.removeSource(source);
}

function listUnder(appearance: Appearance): LayerSpecification[] {
  const water = baseRules.flatMap((rule, index): LayerSpecification[] =>
    rule.kind !== 'water'
      ? []
      : [
          {
            ...place(rule, `base-water-${index}`),
            type: 'fill',
            filter: [
              'all',
              filterOf(rule),
              ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]],
            ],
            paint: { 'fill-color': baseLook[appearance].water, 'fill-antialias': false },
          },
        ],
  );
  return [...water, ...listLines(appearance, 'under')];
}

function listOver(appearance: Appearance): LayerSpecification[] {
  return listLines(appearance, 'over');
}

function listLines(appearance: Appearance, where: keyof typeof lineStrengths): LayerSpecification[] {
  return baseRules.flatMap((rule, index): LayerSpecification[] => {
    const { kind } = rule;
    if (kind !== 'road' && kind !== 'rail') return [];
    return [
      {
        ...place(rule, `base-${where}-${index}`),
        type: 'line',
        filter: filterOf(rule),
        paint: {
          'line-color': baseLook[appearance].ink,
          'line-opacity': lineStrengths[where],
          'line-width': [
            'interpolate',
            ['linear'],
            ['zoom'],
            ...lineWidths[kind].flat(),
          ] as ExpressionSpecification,
          ...(kind === 'rail' ? { 'line-dasharray': [...railDashes] } : {}),
        },
      },
    ];
  });
}

function listPlaces(appearance: Appearance): LayerSpecification[] {
  const { ink, paper } = inksOf[appearance];
  return baseRules.flatMap((rule, index): LayerSpecification[] =>
    rule.kind !== 'place'
      ? []
      : [
          {
            ...place(rule, `base-place-${index}`),
            type: 'symbol',
            filter: filterOf(rule),
            layout: {
              'text-field': ['coalesce', ['get', rule.name], ''],
              'text-font': [...face],
              'text-size': placeLook.size,
              'text-padding': placeLook.padding,
            },
            paint: {
              'text-color': ink,
              'text-halo-color': paper,
              'text-halo-width': placeLook.halo,
              'text-opacity': placeLook.strength,
            },
          },
        ],
  );
}

function place({ layer }: BaseRule, id: string) {
  return { id, source, 'source-layer': layer };
}

function filterOf({ property, values }: BaseRule): ExpressionSpecification {
  if (property === null) return ['boolean', true];
  return ['in', ['get', property], ['literal', [...values]]];
}
