import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { latitudeOf, longitudeOf, worldOf } from '../../../geodata/map/mercator.ts';
import { screenOf, worldAt } from '../../map/canvas/sight.ts';
import { followedPointer, led, ownPointer } from '../../state/follow/session.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { pointer } from '../../state/screen/hover.ts';
import { maps, steps } from './maps.ts';
import './pointing.css';

/** Where the presenter points on the map of a panel; and finds out where that is, for who presents. */
export function Pointing({ panel }: { readonly panel: Panel }) {
  const layer = useRef<HTMLDivElement>(null);
  const sightOf = () => {
    const [map, room] = [maps.value.get(panel.index), layer.current];
    return map && room ? { camera: map.camera(), width: room.clientWidth, height: room.clientHeight } : null;
  };
  useSignalEffect(() => {
    const at = pointer.value;
    if (!led.value || (at && at.panel !== panel.index)) return;
    const sight = sightOf();
    const world = at && sight ? worldAt(sight, at) : null;
    ownPointer.value = world && {
      panel: panel.index,
      longitude: Math.round(longitudeOf(world) * 1e4) / 1e4,
      latitude: Math.round(latitudeOf(world) * 1e4) / 1e4,
    };
  });
  steps.value;
  const [told, sight] = [followedPointer.value, sightOf()];
  const place =
    told?.panel === panel.index && sight ? screenOf(sight, worldOf(told.longitude, told.latitude)) : null;
  return (
    <div class="pointing" ref={layer} aria-hidden="true">
      {place && <span style={{ transform: `translate(${place.x}px, ${place.y}px)` }} />}
    </div>
  );
}
