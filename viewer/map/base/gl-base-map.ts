import { addProtocol, type Map as MapLibreMap } from 'maplibre-gl';
import type { MapScene } from '../scene.ts';
import { tileStore } from '../tiles.ts';
import { loadTileset } from '../tileset.ts';
import { hideBaseMap, showBaseMap } from './gl-base.ts';
import { loadBaseTile } from './load-tile.ts';
import { baseMapAddress } from './rules.ts';

const protocol = 'base';
addProtocol(protocol, async ({ url }) => ({ data: await loadBaseTile(url.slice(`${protocol}://`.length)) }));

let known: ReturnType<typeof loadTileset> | null = null;

/** The base map of one map of MapLibre's: there as long as the scene has one. */
export function createGlBaseMap(map: MapLibreMap): (scene: MapScene) => Promise<void> {
  let wanted: MapScene | null = null;
  return async (scene) => {
    wanted = scene;
    if (scene.baseMapOpacity === null) return hideBaseMap(map);
    known ??= loadTileset(tileStore, baseMapAddress);
    const tileset = await known.catch(() => {
      known = null;
      return null;
    });
    if (!tileset || wanted.baseMapOpacity === null || !map.getLayer('border-neighbourhood')) return;
    showBaseMap(map, tileset, wanted.appearance, `${protocol}://${tileset.template}`);
  };
}
