import { choices, reference } from '../state/reference.ts';
import { area } from '../state/selection.ts';
import { changeView } from '../state/view.ts';

/** What areas are held against, everywhere: the region, the country, a municipality, or the area of the side panel. */
export function ReferenceChoice({ label }: { readonly label: string }) {
  const pinned = area.data.value;
  const isOffered = choices.value.some(({ code }) => code === pinned?.code);
  return (
    <label>
      <span class="soft">{label}</span>
      <select
        value={reference.value?.key ?? ''}
        onChange={(event) => changeView({ reference: event.currentTarget.value })}
      >
        {choices.value.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
        {pinned && !isOffered && <option value={pinned.code}>{pinned.name}</option>}
      </select>
    </label>
  );
}
