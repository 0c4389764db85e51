import { useEffect } from 'preact/hooks';
import { onBaseMapTrouble } from '../../map/base/trouble.ts';
import { Icon } from '../../parts/icon.tsx';
import { isBaseMapMissing } from '../../state/base-map.ts';
import { changeView, viewParts } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import './base-map-choice.css';

/** Switches the base map on and off; where it is on, says how far the colours cover it. */
export function BaseMapChoice() {
  const text = words.value.plate;
  const [isOn, opacity] = [viewParts.base.value === 'on', viewParts.fillOpacity.value];
  useEffect(
    () =>
      onBaseMapTrouble((isMissing) => {
        isBaseMapMissing.value = isMissing;
      }),
    [],
  );
  return (
    <>
      <button
        type="button"
        class="tool"
        title={text.baseMap}
        aria-label={text.baseMap}
        aria-pressed={isOn}
        onClick={() => changeView({ base: isOn ? 'off' : 'on' })}
      >
        <Icon name="map" />
      </button>
      {isOn && (
        <div class="base-map-choice">
          <label>
            <span>{text.fillOpacity}</span>
            <input
              type="range"
              min="20"
              max="100"
              step="5"
              value={Math.round(opacity * 100)}
              aria-valuetext={`${Math.round(opacity * 100)}%`}
              onInput={({ currentTarget }) =>
                changeView({ fillOpacity: Number(currentTarget.value) / 100 }, 'replace')
              }
            />
          </label>
          <p class="small soft" role="status" hidden={!isBaseMapMissing.value}>
            {isBaseMapMissing.value ? text.baseMapMissing : ''}
          </p>
        </div>
      )}
    </>
  );
}
