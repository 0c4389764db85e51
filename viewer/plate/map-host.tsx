import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { roundCamera } from '../../geodata/view.ts';
import { words } from '../language/current.ts';
import type { MapHandle, MapOptions, MapPoint, MapTrouble } from '../map/scene.ts';
import { mapTrouble } from '../state/connection.ts';
import { showArea, unfold } from '../state/panels.ts';
import { hovered } from '../state/selection.ts';
import { arrivals, changeView, view } from '../state/view.ts';
import { HoverCard } from './hover-card.tsx';
import { MapButtons } from './map-buttons.tsx';
import { mapScene } from './map-scene.ts';
import { regionBounds } from './region-bounds.ts';
import { isInSight } from './sight.ts';
import { wishedBounds, wishedPlace } from './wished-bounds.ts';

type Drawing = 'loading' | 'ready' | 'unavailable';

/** The map's place: brings it to life when its code is there, keeps it fed, and hears what people do on it. */
export function MapHost() {
  const container = useRef<HTMLDivElement>(null);
  const handle = useSignal<MapHandle | null>(null);
  const drawing = useSignal<Drawing>('loading');
  const pointer = useSignal<MapPoint | null>(null);

  useEffect(() => {
    const place = container.current;
    if (!place) return;
    let gone = false;
    const listeners: Listeners = {
      onReady: () => {
        drawing.value = 'ready';
      },
      onHover: (found, point) => {
        hovered.value = found;
        pointer.value = found ? point : null;
      },
    };
    startWhenKnown(place, listeners)
      .then((started) => {
        if (gone) started.destroy();
        else handle.value = started;
      })
      .catch(() => {
        drawing.value = 'unavailable';
        showTableInstead();
      });
    return () => {
      gone = true;
      handle.peek()?.destroy();
    };
  }, []);

  useEffect(
    () => (handle.value && container.current ? feedMap(handle.value, container.current) : undefined),
    [handle.value],
  );

  return (
    <>
      <div class={`map map-${drawing.value}`}>
        <div class="map-canvas" ref={container} />
      </div>
      {drawing.value === 'loading' && <div class="map-skeleton" aria-hidden="true" />}
      {drawing.value === 'unavailable' && <p class="map-missing">{words.value.plate.noWebgl}</p>}
      {pointer.value && <HoverCard point={pointer.value} />}
      {handle.value && <MapButtons map={handle.value} />}
    </>
  );
}

/** Whoever cannot see the map gets its equal. */
function showTableInstead(): void {
  unfold('area');
  changeView({ tab: 'table' }, 'replace');
}

type Listeners = Pick<MapOptions, 'onReady' | 'onHover'>;

/** Waits for the map's code and for the first scene, whichever is last. Rejects where the map cannot be drawn. */
async function startWhenKnown(container: HTMLElement, listeners: Listeners): Promise<MapHandle> {
  const [{ createMap }, scene] = await Promise.all([import('../map/map.ts'), firstScene()]);
  return createMap(container, {
    ...listeners,
    bounds: regionBounds.peek(),
    camera: view.peek().camera,
    scene,
    padding: 40,
    onSelect: (found) => {
      if (found) showArea();
      changeView({ area: found?.code ?? null, ...(found ? { tab: 'area' } : {}) });
    },
    onCamera: (camera) => changeView({ camera: roundCamera(camera) }, 'replace'),
    onTrouble: hearTrouble,
  });
}

function firstScene() {
  return new Promise<NonNullable<typeof mapScene.value>>((resolve) => {
    const stop = effect(() => {
      const scene = mapScene.value;
      if (!scene) return;
      resolve(scene);
      queueMicrotask(() => stop());
    });
  });
}

const troubles: Readonly<Record<MapTrouble, 'tiles' | 'context' | null>> = {
  tiles: 'tiles',
  'tiles-back': null,
  context: 'context',
  'context-back': null,
};

function hearTrouble(trouble: MapTrouble): void {
  mapTrouble.value = troubles[trouble];
}

/** Gives the map every new scene, moves it where a link or a search says, and returns what ends that. */
function feedMap(map: MapHandle, container: HTMLElement): () => void {
  let arrived = arrivals.peek();
  const ends = [
    effect(() => {
      if (mapScene.value) map.update(mapScene.value);
    }),
    effect(() => {
      const { camera } = view.peek();
      if (arrivals.value !== arrived && camera) map.setCamera(camera);
      arrived = arrivals.value;
    }),
    effect(() => {
      const wish = wishedPlace.value;
      if (!wish) return;
      const [longitude, latitude] = wish;
      const camera = map.camera();
      if (!isInSight(wish, camera, container)) map.setCamera({ ...camera, longitude, latitude });
      wishedPlace.value = null;
    }),
    effect(() => {
      const bounds = wishedBounds.value;
      if (!bounds) return;
      map.flyTo(bounds);
      wishedBounds.value = null;
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
