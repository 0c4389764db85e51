import { catalog } from '../../state/catalog.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { attempt } from '../../state/screen/attempt.ts';
import { words } from '../../state/screen/words.ts';
import { lookAtMunicipality } from '../compare/municipalities.ts';

/** On one of two maps that look at different places: which municipality it shows. */
export function MunicipalityChoice({ panel }: { readonly panel: Panel }) {
  const text = words.value.compare;
  return (
    <select
      class="frame-municipality"
      aria-label={`${text.municipality}, ${text.panel(panel.index + 1)}`}
      value=""
      onChange={(event) => {
        const frame = event.currentTarget.closest('.frame');
        const room = { width: frame?.clientWidth ?? 400, height: frame?.clientHeight ?? 400 };
        const code = event.currentTarget.value;
        attempt(() => lookAtMunicipality(panel.index, code, room));
      }}
    >
      <option value="">{text.municipality}…</option>
      {catalog.data.value?.municipalities.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
