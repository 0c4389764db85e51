import { type GeoJSON as AreaLayer, map as createMap, geoJSON, type Map as LeafletMap } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { openByLink } from './open-by-link.ts';
import { noClass, type PeerScene, sizeMap } from './scene.ts';

let map: LeafletMap | null = null;
let layer: AreaLayer | null = null;
let scene: PeerScene | null = null;

window.__peer = {
  async start(given) {
    scene = given;
    const areas = (await (await fetch('/areas.json')).json()) as GeoJSON.FeatureCollection;
    sizeMap(given);
    map = createMap('map', {
      preferCanvas: true,
      zoomSnap: 0,
      attributionControl: false,
      zoomControl: false,
      fadeAnimation: false,
    });
    // Leaflet counts zooms for a world of 256 pixels.
    map.setView([given.camera.latitude, given.camera.longitude], given.camera.zoom + 1, { animate: false });
    layer = geoJSON(areas, { style: (area) => styleOf(area, given.year) }).addTo(map);
    await nextFrame();
  },
  async switchYear(year) {
    layer?.setStyle((area) => styleOf(area, year));
    await nextFrame();
  },
  async redraw() {
    layer?.setStyle({});
    await nextFrame();
  },
};

openByLink(window.__peer);

function styleOf(area: GeoJSON.Feature | undefined, year: number) {
  const rank = scene?.ranks[year]?.[Number(area?.id)] ?? -1;
  const fillColor = scene?.colours[rank] ?? noClass;
  return { fillColor, fillOpacity: 1, color: '#20242c', weight: 0.5, opacity: 0.4 };
}

/** Leaflet draws in the next frame; what it draws is done when that ends. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
