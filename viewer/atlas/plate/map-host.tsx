import { computed, effect, useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { codeAtLevel } from '../../../geodata/area.ts';
import { roundCamera } from '../../../geodata/link/view.ts';
import { marginsOf } from '../../../geodata/map/framing.ts';
import { takeFirstMap } from '../../map/first-maps.ts';
import { takePicture } from '../../map/kept-pictures.ts';
import type { Before } from '../../map/map.ts';
import type { MapArea, MapHandle, MapOptions, MapScene, MapTrouble } from '../../map/scene.ts';
import { FailureNote } from '../../parts/notice/failure-note.tsx';
import { toggleSelected } from '../../state/area/selection.ts';
import { changeView, view } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { sharesCamera } from '../../state/panel/panels.ts';
import { failures } from '../../state/resource.ts';
import { mapTrouble } from '../../state/screen/connection.ts';
import { drawFirst } from '../../state/screen/drawing.ts';
import { showArea, unfold } from '../../state/screen/folding.ts';
import { hovered, pointer } from '../../state/screen/hover.ts';
import { words } from '../../state/screen/words.ts';
import { HoverCard } from './hover-card.tsx';
import { describeScene } from './map-scene.ts';
import { addMap, cameraOfPanel, keepCamera, moveAlong, removeMap } from './maps.ts';
import { regionBounds } from './region-bounds.ts';

/** `failed`: its code did not come, which says nothing of the browser. */
type Drawing = 'loading' | 'ready' | 'unavailable' | 'failed';

interface MapHostProps {
  readonly panel: Panel;
}

/** Where a panel's map stands: starts it when its code is there, gives it what it shows, and acts on what people do on it. */
export function MapHost({ panel }: MapHostProps) {
  const container = useRef<HTMLDivElement>(null);
  const handle = useSignal<MapHandle | null>(null);
  const [first] = useState(() => takeFirstMap(panel.index));
  const [picture] = useState(() => takePicture(panel.index));
  const drawing = useSignal<Drawing>(first || picture ? 'ready' : 'loading');
  const under = useComputed(() => findUnder(panel, handle.value));

  // Before the page is shown, so that the map never leaves it.
  useLayoutEffect(() => {
    if (!container.current) return;
    first?.map.moveTo(container.current);
    if (picture) container.current.append(picture);
  }, []);

  // Not after the next frame, which a busy browser gives late.
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    let isGone = false;
    const listeners = listenOn(panel.index, () => {
      drawing.value = 'ready';
    });
    startWhenKnown(element, panel, { listeners, first, picture })
      .then((started) => {
        if (isGone) return started.destroy();
        handle.value = started;
        addMap(panel.index, started);
      })
      .catch((error: unknown) => {
        drawing.value = error instanceof CodeFailure ? 'failed' : 'unavailable';
        picture?.remove();
        showTableInstead();
      });
    return () => {
      isGone = true;
      removeMap(panel.index);
      handle.peek()?.destroy();
    };
  }, []);

  useEffect(() => {
    const map = handle.value;
    if (!map) return;
    const scene = computed(() => describeScene(panel, under.value?.code ?? null));
    let before: MapScene | null = null;
    return effect(() => {
      const next = scene.value;
      if (!next) return;
      map.update(next);
      if (before && changesColours(before, next)) drawFirst(map.drawn());
      before = next;
    });
  }, [handle.value]);

  return (
    <>
      <div class={`map map-${drawing.value}`}>
        <div class="map-canvas" ref={container} />
      </div>
      {drawing.value === 'loading' && <div class="map-skeleton" aria-hidden="true" />}
      {drawing.value === 'unavailable' && <p class="map-missing">{words.value.plate.noMap}</p>}
      {drawing.value === 'failed' && (
        <div class="map-missing">
          <FailureNote message={words.value.plate.mapFailed} onRetry={() => location.reload()} />
        </div>
      )}
      {pointer.value && under.value && sharesPointer(panel) && (
        <HoverCard panel={panel} area={under.value} point={pointer.value} />
      )}
    </>
  );
}

/** Whether the pointer's place means the same ground in this panel. */
function sharesPointer({ index }: Panel): boolean {
  return sharesCamera.value || pointer.value?.panel === index;
}

/**
 * The area of a panel that is under the pointer, wherever that is: on its own map, at the same place of another map, or
 * the same code in the table.
 */
function findUnder(panel: Panel, map: MapHandle | null): Pick<MapArea, 'code' | 'name' | 'index'> | null {
  const [area, at, level] = [hovered.value, pointer.value, panel.view.value?.level];
  if (!area || !level) return null;
  if (at?.panel === panel.index) return area;
  if (at && sharesCamera.value) return map?.areaAt(at) ?? null;
  const code = codeAtLevel(area.code, level);
  return code ? { ...area, code } : null;
}

/** Whether areas get another colour at once: what the words of the page give way to. Under way in time they go along. */
function changesColours(before: MapScene, next: MapScene): boolean {
  const parts = ['column', 'periodIndex', 'breaks', 'colours', 'chosen'] as const;
  return parts.some((part) => before[part] !== next[part]);
}

/** Whoever cannot see the map gets its equal. */
function showTableInstead(): void {
  unfold('area');
  changeView({ tab: 'table' }, 'replace');
}

class CodeFailure extends Error {}

type Listeners = Omit<MapOptions, 'bounds' | 'camera' | 'scene'>;

function listenOn(index: number, onReady: () => void): Listeners {
  return {
    onReady,
    margins: () => marginsOf(view.peek().panels.length),
    onHover: (found, { x, y }) => {
      hovered.value = found;
      pointer.value = found ? { panel: index, x, y } : null;
    },
    onSelect: (found, { isAdditive }) => {
      if (found && isAdditive) return toggleSelected(found.code);
      if (found) showArea();
      changeView({ active: index, area: found?.code ?? null, ...(found ? { tab: 'area' } : {}) });
    },
    onMove: (camera) => moveAlong(index, camera),
    onCamera: (camera) => keepCamera(index, roundCamera(camera)),
    onTrouble: reportTrouble,
  };
}

/**
 * Waits for the map's code and for the first scene, whichever is last. Rejects where the map cannot be drawn.
 */
async function startWhenKnown(
  container: HTMLElement,
  panel: Panel,
  { listeners, first, picture }: { readonly listeners: Listeners } & Before,
): Promise<MapHandle> {
  const code = import('../../map/map.ts').catch(() => {
    throw new CodeFailure();
  });
  const [{ createMap }, scene] = await Promise.all([code, firstScene(panel, first !== null)]);
  const camera = cameraOfPanel(panel.index);
  return createMap(container, { ...listeners, bounds: regionBounds.peek(), camera, scene, first, picture });
}

/** `hasFigures`: a map stands there already, whose figures may not leave it; where they do not come, it has none. */
function firstScene(panel: Panel, hasFigures: boolean) {
  return new Promise<MapScene>((resolve) => {
    const stop = effect(() => {
      const scene = describeScene(panel, null);
      if (!scene || (hasFigures && !scene.column && failures.value.length === 0)) return;
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

function reportTrouble(trouble: MapTrouble): void {
  mapTrouble.value = troubles[trouble];
}
