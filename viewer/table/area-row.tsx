import { useComputed } from '@preact/signals';
import { formatNumber } from '../../geodata/number.ts';
import { words } from '../language/current.ts';
import { wishArea } from '../plate/wished-bounds.ts';
import { shown } from '../state/catalog.ts';
import { hovered } from '../state/hover.ts';
import { changeView, language } from '../state/view.ts';
import type { TableRow } from './rows.ts';

interface AreaRowProps {
  readonly row: TableRow;
  readonly decimals: number;
}

/** One area: pointing at it shows it on the map, choosing it pins it. Only rows that change are drawn again. */
export function AreaRow({ row, decimals }: AreaRowProps) {
  const { statuses } = words.value;
  const { code, name, index, municipality, value, lower, upper, status } = row;
  const state = useComputed(() => {
    if (shown.value?.area === code) return 'pinned';
    return hovered.value?.code === code ? 'hovered' : '';
  });
  const write = (number: number) => formatNumber(number, decimals, language.value);
  const pin = () => {
    wishArea(code);
    changeView({ area: code });
  };
  return (
    <tr
      class={state}
      onMouseEnter={() => {
        hovered.value = { code, name, index };
      }}
      onMouseLeave={() => {
        hovered.value = null;
      }}
    >
      <th scope="row">
        <button type="button" onClick={pin}>
          {name}
        </button>
        {municipality !== null && <span class="soft small">{municipality}</span>}
      </th>
      <td class="number">
        {value === null ? <span class="absent-status">{statuses[status]}</span> : write(value)}
        {status !== 'final' && value !== null && <span class="status">{statuses[status]}</span>}
        {lower !== null && upper !== null && (
          <span class="soft small bounds">
            {write(lower)}–{write(upper)}
          </span>
        )}
      </td>
    </tr>
  );
}
