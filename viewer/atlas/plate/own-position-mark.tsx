import { metresPerPixel } from '../../map/ground-scale.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { ownPosition } from '../../state/screen/own-position.ts';
import { useLayer } from './layer.ts';
import { maps, steps } from './maps.ts';
import { placeOn } from './place-on-map.ts';

/** Over the map: where whoever looks is, in a circle of how far from there he may be. */
export function OwnPositionMark({ panel }: { readonly panel: Panel }) {
  const { layer, size } = useLayer();
  const position = ownPosition.value;
  const map = maps.value.get(panel.index) ?? null;
  steps.value;
  size.value;
  const at =
    map && layer.current && position
      ? placeOn(map, layer.current, [position.longitude, position.latitude])
      : null;
  const radius =
    map && position
      ? Math.round(position.accuracy / metresPerPixel(map.camera().zoom, position.latitude))
      : 0;
  const place = { left: `${at?.x ?? 0}px`, top: `${at?.y ?? 0}px` };
  const circle = { width: `${2 * radius}px`, height: `${2 * radius}px`, margin: `${-radius}px` };
  return (
    <div class="own-position" ref={layer} aria-hidden="true">
      {at && (
        <>
          <span class="own-position-accuracy" style={{ ...place, ...circle }} />
          <span class="own-position-mark" style={place} />
        </>
      )}
    </div>
  );
}
