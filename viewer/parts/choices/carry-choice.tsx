import { catalog, shownParts } from '../../state/catalog.ts';
import { changeView } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

/** Whether figures stand on the boundaries they were published on, or are all carried to those of one year. */
export function CarryChoice({ id }: { readonly id?: string }) {
  const text = words.value.timeline;
  const years = catalog.data.value?.boundaryYears.map(({ year }) => year) ?? [];
  if (years.length < 2) return null;
  return (
    <select
      id={id}
      aria-label={text.carrying}
      title={text.carryingHint}
      value={shownParts.carry.value ?? ''}
      onChange={(event) => {
        const year = event.currentTarget.value;
        changeView({ carry: year === '' ? null : Number(year) });
      }}
    >
      <option value="">{text.asPublished}</option>
      {years.toReversed().map((year) => (
        <option key={year} value={year}>
          {text.carriedTo(year)}
        </option>
      ))}
    </select>
  );
}
