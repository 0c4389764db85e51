import { area } from '../../state/area/selection.ts';
import { changeView } from '../../state/link/view.ts';
import { choices, reference } from '../../state/reference/reference.ts';

/** What areas are held against, everywhere: a place, the area of the side panel, or what each area has of its own. */
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
        {choices.value.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
        {pinned && !isOffered && <option value={pinned.code}>{pinned.name}</option>}
      </select>
    </label>
  );
}
