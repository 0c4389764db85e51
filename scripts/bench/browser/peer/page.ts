import {
  type ExpressionSpecification,
  type GeoJSONSource,
  Map as MapLibreMap,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { finishFrame } from './finish-frame.ts';
import { openByLink } from './open-by-link.ts';
import { readAreas, type TileJson } from './read-areas.ts';
import { noClass, type PeerScene, sizePlace } from './scene.ts';

setWorkerUrl(workerUrl);
let map: MapLibreMap | null = null;
let show: (year: number) => Promise<void> = async () => undefined;

window.__peer = {
  async start(scene) {
    const tileJson = await readTileJson(scene.tileJson);
    sizePlace(scene);
    map = new MapLibreMap({
      container: 'map',
      style: styleOf(scene, tileJson),
      center: [scene.camera.longitude, scene.camera.latitude],
      zoom: scene.camera.zoom,
      fadeDuration: 0,
      attributionControl: false,
      renderWorldCopies: false,
    });
    // As early as MapLibre takes it: what is coloured with the first frame needs no second one.
    if (scene.way === 'setFeatureState') {
      await map.once('style.load');
      colour(map, scene, scene.year);
      show = byState(map, scene);
    }
    await map.once('idle');
    await finishFrame(map.getCanvas());
    if (scene.way === 'setFeatureState') return;
    show = await byData(map, scene, tileJson);
    await show(scene.year);
  },
  switchYear: (year) => show(year),
  async redraw() {
    if (!map) return;
    map.redraw();
    await finishFrame(map.getCanvas());
  },
};

openByLink(window.__peer);

function colour(peer: MapLibreMap, { ranks }: PeerScene, year: number): void {
  for (const [index, rank] of (ranks[year] ?? []).entries())
    peer.setFeatureState({ source: 'areas', sourceLayer: 'neighbourhood', id: index }, { rank });
}

function byState(peer: MapLibreMap, scene: PeerScene): (year: number) => Promise<void> {
  return async (year) => {
    colour(peer, scene, year);
    peer.redraw();
    await finishFrame(peer.getCanvas());
  };
}

async function byData(
  peer: MapLibreMap,
  { ranks }: PeerScene,
  tileJson: TileJson,
): Promise<(year: number) => Promise<void>> {
  const areas = await readAreas(tileJson, peer);
  const source = peer.getSource<GeoJSONSource>('data');
  return async (year) => {
    const features = areas.map((area): GeoJSON.Feature => {
      const rank = ranks[year]?.[Number(area.id)] ?? -1;
      return { ...area, properties: { rank } };
    });
    const drawn = peer.once('idle');
    source?.setData({ type: 'FeatureCollection', features });
    await drawn;
    await finishFrame(peer.getCanvas());
  };
}

async function readTileJson(address: string): Promise<TileJson> {
  const base = new URL(address, location.href);
  const json = (await (await fetch(base)).json()) as TileJson;
  const template = new URL(json.tiles[0], base).href;
  const local = `${location.origin}${new URL(template).pathname}`;
  return { ...json, tiles: [local.replaceAll('%7B', '{').replaceAll('%7D', '}')] };
}

function styleOf(
  { way, colours }: PeerScene,
  { tiles, minzoom, maxzoom, bounds }: TileJson,
): StyleSpecification {
  const rank: ExpressionSpecification = way === 'setData' ? ['get', 'rank'] : ['feature-state', 'rank'];
  const classes = colours.flatMap((each, index) => [index, each]);
  const colour = ['step', ['coalesce', rank, -1], noClass, ...classes] as ExpressionSpecification;
  const source =
    way === 'setData' ? { source: 'data' } : { source: 'areas', 'source-layer': 'neighbourhood' };
  const empty: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
  return {
    version: 8,
    sources: {
      areas: { type: 'vector', tiles: [...tiles], minzoom, maxzoom, bounds: [...bounds] },
      data: { type: 'geojson', data: empty, tolerance: 0 },
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': '#ffffff' } },
      {
        id: 'areas',
        type: 'fill',
        ...source,
        paint: { 'fill-color': colour, 'fill-antialias': false },
      },
      ...(['neighbourhood', 'district', 'municipality'] as const).map(
        (level, index): StyleSpecification['layers'][number] => ({
          id: level,
          type: 'line',
          source: 'areas',
          'source-layer': 'border',
          filter: ['==', ['get', 'level'], level],
          paint: { 'line-color': '#20242c', 'line-width': [0.25, 0.4, 1.4][index] ?? 1, 'line-opacity': 0.4 },
        }),
      ),
      {
        id: 'names',
        type: 'symbol',
        source: 'areas',
        'source-layer': 'label',
        filter: ['==', ['get', 'level'], 'municipality'],
        layout: { 'text-field': ['get', 'name'], 'text-font': ['sans-serif'], 'text-size': 13 },
        paint: { 'text-color': '#20242c', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
      },
    ],
  };
}
