import {
  AttributionControl,
  addProtocol,
  type GeoJSONSource,
  LngLat,
  Map as MapLibreMap,
  prewarm,
  setWorkerUrl,
  type VectorTileSource,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import type { Bounds } from '../../geodata/boundary/measure.ts';
import type { Camera } from '../../geodata/link/view.ts';
import { closestZoom, keepNear } from './nearness.ts';
import type { MapOptions } from './scene.ts';
import {
  areaSource,
  emptyStyle,
  isStandout,
  layersOf,
  type StandoutSource,
  standoutSources,
} from './style.ts';
import { tileStore } from './tiles.ts';
import type { Tileset } from './tileset.ts';

const protocol = 'areas';

setWorkerUrl(workerUrl);
// Its worker starts with its code and not with the first map, which would wait for it.
prewarm();
addProtocol(protocol, async ({ url }) => {
  const bytes = await tileStore.load(url.slice(`${protocol}://`.length));
  return { data: bytes.slice().buffer };
});

/** MapLibre's map with our style: flat, north up, near the region. */
export function createMapLibreMap(
  container: HTMLElement,
  { bounds, camera, margins, scene }: MapOptions,
): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: emptyStyle(scene),
    ...(camera
      ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
      : { bounds: [...bounds], fitBoundsOptions: { padding: margins?.() ?? 24 } }),
    transformConstrain: ({ lng, lat }, zoom) => {
      const near = keepNear(bounds, { longitude: lng, latitude: lat, zoom });
      return { center: new LngLat(near.longitude, near.latitude), zoom: near.zoom };
    },
    maxZoom: closestZoom,
    trackResize: false,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    // Names that fade in have all of the map drawn again and again.
    fadeDuration: 0,
  });
  // Several panels are no landmarks of the page: the part that holds them has a name already.
  map.getCanvas().setAttribute('role', 'img');
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
  return map;
}

/** Where the map looks, rounded to what a link keeps. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), latitude: lat, longitude: lng };
}

export function viewOf(map: MapLibreMap): Bounds {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

/** Lets lines and names read a boundary year: adds them the first time, and later gives them other tiles. */
export function showTileset(map: MapLibreMap, tileset: Tileset, look: Parameters<typeof layersOf>[0]): void {
  const tiles = [`${protocol}://${tileset.template}`];
  const source = map.getSource<VectorTileSource>(areaSource);
  if (source) {
    source.setTiles(tiles);
    return;
  }
  const { minzoom, maxzoom, bounds, attribution } = tileset;
  map.addSource(areaSource, { type: 'vector', tiles, minzoom, maxzoom, bounds: [...bounds], attribution });
  for (const name of standoutSources)
    map.addSource(name, { type: 'geojson', data: noFeatures, tolerance: 0 });
  for (const layer of layersOf(look)) {
    if (map.getLayer(layer.id)) continue;
    map.addLayer(layer);
    if (isStandout(layer)) map.setLayoutProperty(layer.id, 'visibility', 'none');
  }
}

const noFeatures: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Gives every layer the look of a level, an appearance and names of a size; MapLibre skips what is as it was. */
export function applyLook(map: MapLibreMap, look: Parameters<typeof layersOf>[0]): void {
  for (const layer of layersOf(look)) {
    if (!map.getLayer(layer.id)) continue;
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, name as Parameters<MapLibreMap['setPaintProperty']>[1], value);
    }
    if (layer.minzoom !== undefined) map.setLayerZoomRange(layer.id, layer.minzoom, layer.maxzoom ?? 24);
    if (layer.type === 'symbol' && layer.layout?.['text-size'] !== undefined)
      map.setLayoutProperty(layer.id, 'text-size', layer.layout['text-size']);
    const visibility = layer.layout?.visibility;
    if (visibility) map.setLayoutProperty(layer.id, 'visibility', visibility);
  }
}

/** Draws areas that stand out, once there are layers for them; what holds nothing is no pass of the GPU. */
export function showStandouts(
  map: MapLibreMap,
  source: StandoutSource,
  features: readonly GeoJSON.Feature[],
): void {
  const held = map.getSource<GeoJSONSource>(source);
  if (!held) return;
  held.setData({ type: 'FeatureCollection', features: [...features] });
  const visibility = features.some(isDrawn) ? 'visible' : 'none';
  for (const id of map.getLayersOrder())
    if (map.getLayer(id)?.source === source) map.setLayoutProperty(id, 'visibility', visibility);
}

function isDrawn({ geometry }: GeoJSON.Feature): boolean {
  return 'coordinates' in geometry && geometry.coordinates.length > 0;
}
