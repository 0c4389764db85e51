import { type Result, type Row, takeTurns } from '../measurement.ts';
import { type LibraryPeers, measureBesideLibraries } from './library-peers.ts';
import { createOpening, mediansOf, type OpeningTimes } from './opening-times.ts';
import { findCanvases, linkTo } from './product-page.ts';
import type { Setting } from './setting.ts';

const runs = 5;
/** A task of the main thread that keeps a click waiting for longer is felt, milliseconds. */
const longestTask = 200;

/** From opening a link in a browser that knows nothing, to the first correct map and to the finished one. */
export const openingRow: Row = {
  id: 13,
  title: 'opening the map',
  against:
    'Leaflet on a canvas and MapLibre with feature state, opening a page of nothing but the same areas',
  better: 'lower',
  measure: (regions, progress) => measureBesideLibraries(regions, progress, measureOpening),
};

async function measureOpening(
  setting: Setting,
  { leaflet, maplibre, canvas }: LibraryPeers,
): Promise<Result[]> {
  const { address, subject, camera } = setting;
  const years = [1] as const;
  const findMaps = async () => [{ ...canvas, x: 0, y: 0 }];
  const acts = [
    createOpening(setting, { link: address + linkTo(subject, camera), years, findMaps: findCanvases }),
    createOpening(setting, { link: leaflet, years, findMaps }),
    createOpening(setting, { link: maplibre, years, findMaps }),
  ];
  const [ours, ...others] = (await takeTurns(acts, runs)).map(mediansOf);
  const [byLeaflet, byMapLibre] = others;
  if (!ours || !byLeaflet || !byMapLibre) throw new Error('a side of the comparison is missing');
  return describe(setting, { ours, leaflet: byLeaflet, maplibre: byMapLibre });
}

function describe(
  { region, scene }: Setting,
  { ours, leaflet, maplibre }: Record<'ours' | 'leaflet' | 'maplibre', OpeningTimes>,
): Result[] {
  const whole = (milliseconds: number) => `${Math.round(milliseconds)} ms`;
  const shared = { id: 13, unit: '×', runs } as const;
  return [
    {
      ...shared,
      name: `first correct choropleth beside Leaflet: ${region.title}`,
      ratio: ours.first / leaflet.first,
      goal: 0.5,
      note: `${whole(ours.first)} against ${whole(leaflet.first)}, MapLibre ${whole(maplibre.first)}; on the screen, from the start of the navigation; nothing cached; ${scene}`,
    },
    {
      ...shared,
      name: `finished map beside MapLibre: ${region.title}`,
      ratio: ours.ready / maplibre.ready,
      goal: 1,
      note: `${whole(ours.ready)} against ${whole(maplibre.ready)}, Leaflet ${whole(leaflet.ready)}`,
    },
    {
      ...shared,
      name: `longest task of the start beside ${longestTask} ms: ${region.title}`,
      ratio: ours.longest / longestTask,
      goal: 1,
      note: `${whole(ours.longest)}, MapLibre ${whole(maplibre.longest)}, Leaflet ${whole(leaflet.longest)}; beyond 50 ms of each task in all ${whole(ours.blocked)}, MapLibre ${whole(maplibre.blocked)}, Leaflet ${whole(leaflet.blocked)}`,
    },
  ];
}
