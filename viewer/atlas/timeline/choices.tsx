import { type Period, parsePeriod } from '../../../geodata/period.ts';
import { unitOf } from '../../../geodata/period-axis.ts';
import { indicator, shown, shownParts } from '../../state/catalog.ts';
import { boundaryYearsOf } from '../../state/link/resolve.ts';
import { changePanel } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import { halt } from './player.ts';

const units = ['years', 'year', 'quarter', 'month', 'week'] as const;

/** More than this many beside each other take the room of the axis. */
const mostSegments = 3;

interface UnitChoiceProps {
  readonly all: readonly string[];
  readonly unit: Period['unit'];
}

/** Years, quarters, months or weeks, where the indicator has more than one of them. */
export function UnitChoice({ all, unit }: UnitChoiceProps) {
  const text = words.value.timeline;
  const offered = units.filter((each) => all.some((period) => parsePeriod(period)?.unit === each));
  const choose = (wish: string) => {
    const period = all.filter((each) => unitOf(each) === wish).at(-1);
    halt();
    if (period !== undefined) changePanel({ period, boundaryYear: null });
  };
  if (offered.length < 2) return null;
  if (offered.length > mostSegments)
    return (
      <select aria-label={text.unit} value={unit} onChange={(event) => choose(event.currentTarget.value)}>
        {offered.map((each) => (
          <option key={each} value={each}>
            {text.units[each]}
          </option>
        ))}
      </select>
    );
  return (
    <fieldset class="units segments">
      <legend class="hidden-text">{text.unit}</legend>
      {offered.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="unit"
            value={each}
            checked={each === unit}
            onChange={() => choose(each)}
          />
          <span>{text.units[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** In which year's boundaries, where the period has figures in more than one. */
export function BoundaryChoice({ period }: { readonly period: string }) {
  const text = words.value.timeline;
  const years = indicator.value ? boundaryYearsOf(indicator.value, period) : [];
  if (years.length < 2 || shownParts.carry.value) return null;
  return (
    <select
      aria-label={text.boundaries}
      value={shown.value?.boundaryYear ?? years[0]}
      onChange={(event) => {
        const year = Number(event.currentTarget.value);
        halt();
        changePanel({ boundaryYear: year === years[0] ? null : year });
      }}
    >
      {years.map((year) => (
        <option key={year} value={year}>
          {text.boundariesOf(year)}
        </option>
      ))}
    </select>
  );
}
