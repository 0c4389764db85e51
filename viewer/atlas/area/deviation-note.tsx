import { Caveats } from '../../figures/caveats.tsx';
import { caveatsAgainst } from '../../state/area/caveats.ts';
import { area } from '../../state/area/selection.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { reference } from '../../state/reference/reference.ts';
import { tellDeviation } from './deviation-text.ts';

/** Under the area's figure, in a map of deviation: how far it lies from the reference, and whether that may be chance. */
export function DeviationNote() {
  const found = area.data.value;
  const panel = activePanel.value;
  if (found?.index == null || found.level !== panel.view.value?.level) return null;
  const text = tellDeviation(found.index, panel);
  if (!text) return null;
  return (
    <div class="deviation-note">
      <p>{text.ends}</p>
      {text.about && <p class="soft small">{text.about}</p>}
      {text.absolute && (
        <p>
          <strong class="figure-value">{text.absolute}</strong>
          {text.relative && ` (${text.relative})`}
          {text.direction && `, ${text.direction}`}
        </p>
      )}
      {text.chance && <p class="soft small">{text.chance}</p>}
      {text.small && <p class="soft small">{text.small}</p>}
      <Caveats caveats={caveatsAgainst(panel, found.code, reference.value?.key ?? 'region')} />
    </div>
  );
}
