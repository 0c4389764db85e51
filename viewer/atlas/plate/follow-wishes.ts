import { effect } from '@preact/signals';
import { arrivals } from '../../state/link/view.ts';
import { wishedBounds, wishedFlights, wishedPlace } from '../../state/screen/wished-bounds.ts';
import { flyOnceLaidOut } from './flying.ts';
import { cameraOfPanel, leadingMap, maps } from './maps.ts';
import { isInSight } from './sight.ts';

/** Moves the maps where a link, a search or walking says. `room`: the size of one panel. Returns what ends that. */
export function followWishes(room: () => HTMLElement | null): () => void {
  let [arrived, flown] = [arrivals.peek(), wishedFlights.peek()];
  let stopFlight = () => {};
  const ends = [
    effect(() => {
      const isNew = arrivals.value !== arrived;
      arrived = arrivals.value;
      if (!isNew) return;
      for (const [index, map] of maps.peek()) {
        const camera = cameraOfPanel(index);
        if (camera) map.setCamera(camera);
      }
    }),
    effect(() => {
      const [wish, map, part] = [wishedPlace.value, leadingMap(), room()];
      if (!wish || !map || !part) return;
      const [longitude, latitude] = wish;
      const camera = map.camera();
      if (!isInSight(wish, camera, part)) map.setCamera({ ...camera, longitude, latitude });
      wishedPlace.value = null;
    }),
    effect(() => {
      const isNew = wishedFlights.value !== flown;
      flown = wishedFlights.value;
      if (!isNew) return;
      stopFlight();
      stopFlight = flyOnceLaidOut();
    }),
    effect(() => {
      const [bounds, map] = [wishedBounds.value, leadingMap()];
      if (!bounds || !map) return;
      map.flyTo(bounds);
      wishedBounds.value = null;
    }),
  ];
  return () => {
    stopFlight();
    for (const end of ends) end();
  };
}
